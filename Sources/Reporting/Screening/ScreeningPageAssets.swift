/// The style and the script of a page of results; plain, so that the page works from a disk and prints well.
enum ScreeningPageAssets {
    static let style = """
        :root{--paper:#fff;--ink:#1b1f24;--soft:#59636e;--line:#d1d9e0;--box:#f6f8fa;--mark:#fff3b0;--mark-ink:#1b1f24;
        --prohibited:#b42318;--restricted:#8a4b00;--review:#6b5900;--clear:#1a7f37;--article:#0757ab;--link:#0757ab}
        @media (prefers-color-scheme:dark){:root{--paper:#0d1117;--ink:#e6edf3;--soft:#9da7b3;--line:#30363d;--box:#161b22;
        --mark:#7a5d00;--mark-ink:#fff;--prohibited:#ff8a80;--restricted:#f0a35e;--review:#e3c33b;--clear:#56d364;
        --article:#6cb6ff;--link:#6cb6ff}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:72rem;padding:1.5rem;background:var(--paper);color:var(--ink);
        font:15px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
        h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.15rem}h3{font-size:1rem;margin:1rem 0 .25rem}
        header p{margin:.15rem 0;color:var(--soft);overflow-wrap:anywhere}
        header .disclaimer{color:var(--ink);border-left:4px solid var(--line);padding-left:.75rem;margin-top:.75rem}
        code{font:.85em ui-monospace,monospace}.digest{word-break:break-all}a{color:var(--link)}
        .totals{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;list-style:none;padding:0;margin:1.25rem 0}
        .totals li{background:var(--box);border:1px solid var(--line);border-radius:8px;padding:.6rem .9rem;color:var(--soft)}
        .totals b{display:block;font-size:1.5rem;line-height:1.3;color:var(--ink)}
        .totals .prohibited b,b.prohibited{color:var(--prohibited)}.totals .restricted b,b.restricted{color:var(--restricted)}
        .totals .review b,b.review{color:var(--review)}.totals .clear b{color:var(--clear)}
        .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(28rem,100%),1fr));gap:1.5rem}
        figure{margin:0}figcaption{font-weight:600;margin-bottom:.25rem}
        svg{width:100%;max-width:30rem;height:auto}svg text{font-size:13px;fill:var(--ink)}svg .label{text-anchor:end}
        rect.prohibited{fill:var(--prohibited)}rect.restricted{fill:var(--restricted)}rect.review{fill:var(--review)}
        rect.article{fill:var(--article)}
        #filters{position:sticky;top:0;background:var(--paper);border-block:1px solid var(--line);margin:1.5rem 0 1rem;
        padding:.6rem 0;display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center}
        #filters input[type=search],#filters select{font:inherit;color:inherit;background:var(--box);border:1px solid var(--line);
        border-radius:6px;padding:.2rem .5rem;max-width:16rem}
        output{color:var(--soft);margin-left:auto}
        article{border:1px solid var(--line);border-radius:8px;padding:.75rem 1rem;margin:0 0 .75rem}
        #rows>article{content-visibility:auto;contain-intrinsic-size:auto 14rem}article[hidden]{display:none}article h2{margin:0 0 .4rem}article h2 small{font-weight:400;color:var(--soft)}
        .verdict{font-size:.95rem;border:1px solid;border-radius:999px;padding:.1rem .6rem}
        .verdict.prohibited{color:var(--prohibited)}.verdict.restricted{color:var(--restricted)}
        .verdict.review{color:var(--review)}.verdict.clear{color:var(--clear)}
        article dl{margin:0}article dl div{display:grid;grid-template-columns:6rem 1fr;gap:.5rem}
        dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
        mark{background:var(--mark);color:var(--mark-ink);padding:0 .1em;border-radius:2px;font-weight:600}
        .hidden-character{color:var(--soft);font-style:normal}
        article ol{margin:.5rem 0 0;padding-left:1.4rem}article li p{margin:.1rem 0}article small{color:var(--soft)}
        .doubts{margin:.1rem 0;color:var(--soft)}
        .clauses dt{color:var(--ink);break-after:avoid}h3{break-after:avoid}.clauses dt code{color:var(--soft)}.clauses dd{white-space:normal}
        blockquote{margin:.25rem 0 .5rem;padding-left:.75rem;border-left:3px solid var(--line)}
        @media (max-width:40rem){body{padding:1rem}article dl div{grid-template-columns:1fr;gap:0}#filters{position:static}}
        @media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--box:#fff;--mark:#ffe680;--mark-ink:#000;
        --prohibited:#8c1d18;--restricted:#6b3a00;--review:#524400;--clear:#145f29;--article:#0757ab;--link:#000}
        body{max-width:none;padding:0;font-size:10.5pt}
        #rows>article{content-visibility:visible}#filters{position:static;border:0;margin:0}#filters>:not(output){display:none}.totals{grid-template-columns:repeat(6,1fr)}article,.clause{break-inside:avoid}
        mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}rect{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """

    static let script = """
        (function () {
          var form = document.getElementById("filters");
          if (!form) return;
          var shown = document.getElementById("shown");
          var rows = Array.prototype.slice.call(document.querySelectorAll("#rows > article"));
          var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
          function has(list, value) { return !value || (" " + list + " ").indexOf(" " + value + " ") >= 0; }
          function apply() {
            var verdicts = {}, boxes = form.querySelectorAll("input[name=verdict]"), count = 0;
            for (var i = 0; i < boxes.length; i++) verdicts[boxes[i].value] = boxes[i].checked;
            var text = form.elements.text.value.trim().toLowerCase();
            rows.forEach(function (row, i) {
              var data = row.dataset;
              var fits = verdicts[data.verdict] && has(data.articles, form.elements.article.value) &&
                has(data.rules, form.elements.rule.value) && texts[i].indexOf(text) >= 0;
              row.hidden = !fits;
              if (fits) count++;
            });
            shown.value = shown.dataset.of.replace("{n}", count).replace("{all}", rows.length);
          }
          form.addEventListener("input", apply);
          form.addEventListener("submit", function (event) { event.preventDefault(); });
          apply();
        })();
        """
}
