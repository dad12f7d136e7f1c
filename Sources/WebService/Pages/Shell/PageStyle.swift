#if Service
    /// How the pages look: one style sheet, fonts of the system only, light and dark, from a phone to a desk, and on paper.
    enum PageStyle {
        static let css = """
            :root{--paper:#fff;--ink:#1a2027;--soft:#515c68;--line:#cfd6de;--edge:#7d8894;--box:#f5f7f9;--accent:#12508c;
            --accent-ink:#fff;--focus:#b35c00;--mark:#ffe99a;--mark-ink:#1a2027;
            --prohibited:#a61b1b;--prohibited-box:#fdf0ef;--restricted:#854400;--restricted-box:#fdf4e8;
            --review:#665200;--review-box:#fbf7e0;--clear:#176b34;--clear-box:#eff8f1;--current:#e9f1fa}
            @media (prefers-color-scheme:dark){:root{--paper:#11161c;--ink:#e4e9ee;--soft:#a3afbb;--line:#323c47;--edge:#7b8794;
            --box:#192028;--accent:#86bdf2;--accent-ink:#0b1117;--focus:#ffb454;--mark:#6b5300;--mark-ink:#fff6d6;
            --prohibited:#ff9a91;--prohibited-box:#2b1817;--restricted:#f3ae6b;--restricted-box:#2a1f12;
            --review:#e2c95a;--review-box:#26220f;--clear:#6fd492;--clear-box:#132419;--current:#1d2b3a}}
            *{box-sizing:border-box}
            html{-webkit-text-size-adjust:100%}
            body{margin:0;background:var(--paper);color:var(--ink);
            font:16px/1.65 system-ui,-apple-system,"Segoe UI","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",
            "Source Han Sans SC",sans-serif}
            .top,main,.bottom{max-width:78rem;margin:0 auto;padding:0 1.5rem}
            h1{font-size:1.45rem;line-height:1.35;margin:1.5rem 0 .5rem}
            h2{font-size:1.15rem;line-height:1.4;margin:1.75rem 0 .5rem}
            h3{font-size:1rem;margin:1.25rem 0 .25rem}
            p{margin:.4rem 0}ul,ol{padding-left:1.4rem}
            a{color:var(--accent);text-underline-offset:.15em}
            code,.code{font:.86em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;overflow-wrap:anywhere}
            .small{font-size:.86rem;color:var(--soft)}.soft{color:var(--soft)}.lead{font-size:1.05rem}
            .number{font-variant-numeric:tabular-nums;text-align:right}
            .skip{position:absolute;left:-999rem;top:0;background:var(--paper);padding:.5rem 1rem;z-index:2}
            .skip:focus{left:.5rem;top:.5rem}
            .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
            :focus-visible{outline:3px solid var(--focus);outline-offset:2px}
            main:focus{outline:none}
            .top{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.75rem;padding-top:.6rem;
            border-bottom:1px solid var(--line)}
            .brand{font-size:1.1rem;font-weight:700;margin:0;letter-spacing:.02em}
            .brand a{color:inherit;text-decoration:none}
            .top ul{display:flex;flex-wrap:wrap;gap:0 .25rem;list-style:none;margin:0;padding:0}
            .top li a{display:block;padding:.55rem .7rem;color:var(--ink);text-decoration:none;border-bottom:3px solid transparent}
            .top li a:hover{color:var(--accent)}
            .top li a[aria-current]{border-color:var(--accent);font-weight:600}
            .who{margin-left:auto;display:flex;align-items:center;gap:.75rem;font-size:.9rem;color:var(--soft)}
            .who form{margin:0}
            .bottom{margin-top:3rem;padding-top:.75rem;padding-bottom:2rem;border-top:1px solid var(--line);font-size:.9rem;
            color:var(--soft)}
            label,legend{font-weight:600}
            .hint{font-weight:400;color:var(--soft);font-size:.86rem}
            input,textarea,select,button{font:inherit;color:inherit}
            input:not([type=checkbox]):not([type=radio]):not([type=file]),textarea,select{display:block;width:100%;
            background:var(--paper);border:1px solid var(--edge);border-radius:4px;padding:.45rem .6rem;margin:.2rem 0 .8rem}
            input:not([type=checkbox]):not([type=radio]):not([type=file]),select{height:2.6rem}textarea{resize:vertical;min-height:3.2rem}
            button,.button{display:inline-block;background:var(--accent);color:var(--accent-ink);border:1px solid var(--accent);
            border-radius:4px;padding:.4rem 1rem;cursor:pointer;font-weight:600;text-decoration:none}
            button:hover,.button:hover{filter:brightness(1.1)}
            button.plain,.button.plain{background:var(--paper);color:var(--accent)}
            button.quiet{background:none;border:0;padding:.2rem;color:var(--accent);font-weight:400;text-decoration:underline}
            button:disabled{opacity:.55;cursor:default}
            fieldset{border:1px solid var(--line);border-radius:4px;margin:1rem 0;padding:.5rem 1rem .75rem}
            details{margin:.75rem 0}summary{cursor:pointer;color:var(--accent);font-weight:600}
            .row{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:end}
            .row>*{flex:1 1 11rem;min-width:0}.row>.fixed{flex:0 0 auto;margin-bottom:.8rem}
            .narrow{max-width:30rem}
            .wrong{border-left:4px solid var(--prohibited);background:var(--prohibited-box);padding:.5rem .8rem}
            .said{border-left:4px solid var(--clear);background:var(--clear-box);padding:.5rem .8rem}
            .advice{border-left:4px solid var(--accent);background:var(--box);padding:.5rem .8rem;margin:.75rem 0}
            .sides{display:grid;grid-template-columns:minmax(18rem,5fr) 8fr;gap:0 2.5rem;align-items:start}
            .badge{display:inline-block;border:1px solid currentColor;border-radius:3px;padding:0 .45em;font-size:.86rem;
            font-weight:600;white-space:nowrap}
            .prohibited{color:var(--prohibited)}.restricted{color:var(--restricted)}.review{color:var(--review)}
            .clear{color:var(--clear)}
            .badge.prohibited,.badge.restricted,.badge.review{border-width:1px}
            .verdict{border:1px solid;border-left-width:8px;border-radius:4px;padding:.7rem 1rem;margin:1rem 0}
            .verdict h2{margin:0;font-size:1.3rem}.verdict p{color:var(--ink)}
            .verdict.prohibited{background:var(--prohibited-box)}.verdict.restricted{background:var(--restricted-box)}
            .verdict.review{background:var(--review-box)}.verdict.clear{background:var(--clear-box)}
            mark{background:var(--mark);color:var(--mark-ink);padding:0 .1em;border-radius:2px;font-weight:600;
            text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.2em}
            .hidden-character{color:var(--prohibited);font-style:normal}
            .pairs{margin:.5rem 0}.pairs>div{display:grid;grid-template-columns:8.5rem 1fr;gap:.75rem;padding:.2rem 0}
            .pairs dt{color:var(--soft)}.pairs dd{margin:0;overflow-wrap:anywhere;min-width:0}
            .record dd{white-space:pre-wrap}.split .pairs>div{grid-template-columns:5.2rem 1fr}.pairs dd>p{margin:0 0 .2rem}
            .card{border:1px solid var(--line);border-radius:4px;padding:.8rem 1.1rem;margin:0 0 1rem}
            .card>h3:first-child{margin-top:0}
            .card.split{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}
            .card.split>h3{grid-column:1/-1}
            blockquote{margin:.4rem 0;padding:.1rem 0 .1rem .9rem;border-left:3px solid var(--edge)}
            .status{color:var(--soft);font-size:.86rem}
            table{border-collapse:collapse;width:100%}
            caption{text-align:left;font-weight:600;padding:.3rem 0}
            th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line)}
            thead th{color:var(--soft);font-weight:600;font-size:.9rem;border-bottom:2px solid var(--edge)}
            td.number,th.number{text-align:right}
            .even{table-layout:fixed}.even th:first-child{width:44%}.measures>div{grid-template-columns:18rem 1fr}.scroll{overflow-x:auto}
            .totals{display:flex;flex-wrap:wrap;gap:.5rem 2rem;list-style:none;padding:0;margin:.75rem 0}
            .totals b{font-size:1.25rem;font-variant-numeric:tabular-nums;margin-right:.35rem}
            .tags{list-style:none;padding:0;margin:.2rem 0;display:flex;flex-wrap:wrap;gap:.25rem .6rem}
            .outline{list-style:none;padding:0}.norm{border-left:3px solid var(--line);padding:.1rem 0 .1rem .9rem;margin:.7rem 0}
            .norm.open{border-color:var(--prohibited)}.norm.enforced{border-color:var(--clear)}.norm.waived{border-color:var(--review)}
            .norm>p{margin:.15rem 0}
            .drawing{margin:1rem 0}.drawing svg{width:100%;height:auto;display:block}
            .drawing text{fill:var(--ink);font-size:14px}.drawing .soft{fill:var(--soft);font-size:12.5px}
            .drawing .bar{fill:var(--clear);stroke:var(--clear);stroke-width:1.5}
            .drawing .bar.ended{fill:var(--box);stroke:var(--edge);stroke-dasharray:5 3}
            .drawing .bar.unknown{fill:var(--box);stroke:var(--edge)}
            .drawing .axis{stroke:var(--line)}.drawing .repeal{stroke:var(--prohibited);stroke-width:1.5;fill:none}
            .drawing .repeal-text{fill:var(--prohibited);font-size:12.5px}.drawing .tip{fill:var(--prohibited)}
            .drawing .today{stroke:var(--accent);stroke-dasharray:2 3}.drawing a:hover text{text-decoration:underline}
            .steps{list-style:none;padding:0;border-left:2px solid var(--line);margin-left:.3rem}
            .steps li{padding:.2rem 0 .6rem 1rem}
            .actions{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin:.75rem 0}.actions form{margin:0}
            .note{font:.9rem/1.6 ui-monospace,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;min-height:16rem}
            .contents{columns:2 20rem;padding-left:1.2rem}
            .begin{margin-top:1.25rem}.drop{border:2px dashed var(--edge);border-radius:8px;padding:1.25rem 1.5rem;margin:1rem 0;max-width:48rem}
            .drop.over{border-color:var(--accent);background:var(--box)}.drop>label{font-size:1.1rem}
            input[type=file]{margin:.5rem 0;max-width:100%;font:inherit}
            progress{width:min(24rem,70%);height:.8rem;accent-color:var(--accent);vertical-align:middle}
            .preview td,.preview th{max-width:18rem;overflow-wrap:anywhere;font-size:.88rem}
            .preview th{min-width:10.5rem;vertical-align:bottom}.preview th:first-child{min-width:3rem;width:3rem}.preview tbody th{vertical-align:top}
            .preview th.used{border-bottom-color:var(--accent)}.preview th.used label{color:var(--accent)}
            .preview select{margin:.2rem 0 0;height:2.2rem;padding:.1rem .3rem;font-size:.88rem}
            .scroll{margin:.5rem 0 1rem}
            .downloads a{display:inline-block;margin-right:.9rem;padding:.2rem 0}
            .filters>*{flex:1 1 9rem}.keys{columns:3 14rem;margin:.5rem 0}.keys>div{display:grid;
            grid-template-columns:5rem 1fr;break-inside:avoid;padding:.1rem 0}.keys dd{margin:0}
            kbd{font:.82em ui-monospace,Menlo,Consolas,monospace;border:1px solid var(--edge);border-bottom-width:2px;
            border-radius:3px;padding:0 .4em;background:var(--box)}
            .results{table-layout:fixed}.results th:nth-child(1){width:4.2rem}.results th:nth-child(2){width:9.5rem}
            .results th:nth-child(4){width:21%}.results th:nth-child(5){width:19%}
            .impact-groups th:first-child{width:9rem}.impact-groups .number{white-space:nowrap}.badge.stricter,.badge.mixed{color:var(--prohibited)}
            .badge.mixed{color:var(--restricted)}.badge.looser{color:var(--clear)}.badge.neutral{color:var(--accent)}
            .impact-rows th:nth-child(2){width:auto}.impact-rows th:nth-child(3),.impact-rows th:nth-child(4){width:10.5rem}
            .impact-groups th:first-child{width:9rem}.impact-groups .number{white-space:nowrap}.badge.stricter,.badge.mixed{color:var(--prohibited)}
            .badge.mixed{color:var(--restricted)}.badge.looser{color:var(--clear)}.badge.neutral{color:var(--accent)}
            .impact-rows th:nth-child(5){width:28%}
            .results td{overflow-wrap:anywhere}.results .badge{white-space:normal}
            .results tr[data-row]{scroll-margin:4rem 0}.results tr.decided{background:var(--box)}
            .results tr.current>td{background:var(--current)}.results tr.current>td:first-child{box-shadow:inset 4px 0 var(--accent)}
            .results tr:focus-visible{outline-offset:-3px}
            .results details{margin:.3rem 0 0}.results details summary{font-weight:400;font-size:.9rem}
            .results .more dl{margin:.3rem 0}.results .ground{margin:0 0 .4rem}.results .standing{margin:0 0 .3rem;font-size:.9rem}
            .decide label{margin-top:.3rem;font-size:.88rem}.decide input:not([type=checkbox]),.decide select{margin:.1rem 0 .3rem;
            height:2.2rem;padding:.2rem .4rem}
            @media (hover:none){#keys{display:none}}
            [hidden]{display:none!important}
            @media (max-width:56rem){.sides{grid-template-columns:1fr}.card.split{grid-template-columns:1fr}}
            @media (max-width:40rem){body{font-size:15.5px}.top,main,.bottom{padding-left:1rem;padding-right:1rem}
            .top{gap:.1rem 1rem}.top nav{order:3;width:100%}
            .top ul{gap:0;flex-wrap:nowrap;overflow-x:auto;scrollbar-width:none;overscroll-behavior-x:contain;
            -webkit-mask-image:linear-gradient(90deg,#000 92%,transparent);mask-image:linear-gradient(90deg,#000 92%,transparent)}
            .top ul::-webkit-scrollbar{display:none}.top li{flex:0 0 auto}.top li:last-child{padding-right:2rem}
            .top li a{padding:.6rem .5rem;white-space:nowrap}
            .drawing text,.drawing .soft,.drawing .repeal-text{font-size:27px}.pairs>div{grid-template-columns:1fr;gap:0}.stack thead{position:absolute;left:-999rem}
            .stack tr{display:block;border-bottom:1px solid var(--line);padding:.5rem 0}
            .split .pairs>div{grid-template-columns:1fr}.stack td,.stack th{display:block;border:0;padding:.1rem 0}.stack td.number{text-align:left}
            .stack td[data-label]::before{content:attr(data-label) "：";color:var(--soft)}
            html[lang=en] .stack td[data-label]::before{content:attr(data-label) ": "}
            .results.stack td{padding-left:.6rem}.results tr.current{box-shadow:inset 4px 0 var(--accent)}
            .results tr.current>td:first-child{box-shadow:none}.results td.number{text-align:left}
            button,.button{padding:.5rem 1rem}}
            @media (prefers-reduced-motion:no-preference){.skip{transition:left .1s}}
            @page{margin:14mm}@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#999;--edge:#555;--box:#fff;--accent:#000;--mark:#ffe99a;
            --mark-ink:#000;--prohibited:#7d1414;--prohibited-box:#fff;--restricted:#5c2f00;--restricted-box:#fff;--review:#463900;
            --review-box:#fff;--clear:#0f4d24;--clear-box:#fff}
            body{font-size:10.5pt}.top,main,.bottom{max-width:none;padding:0}.top nav,.who,.skip,form,button,.noprint,details:not([open])>summary{display:none}
            summary{list-style:none;color:#000}summary::-webkit-details-marker{display:none}#why-not .row{display:none}.results{table-layout:auto}
            .card,.norm,tr,blockquote{break-inside:avoid}h1,h2,h3{break-after:avoid}
            .sides{display:block}a{text-decoration:none}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
            """

        /// A seal with the character 规.
        static let icon = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#12508c"/>
            <path d="M8 9h16M8 16h16M8 23h10" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>
            """
    }
#endif
