/// How a comparison looks, as a page of its own and inside another.
package enum ComparisonPageStyle {
    /// The rules for a page of its own; ``content`` belongs to it.
    static let page = """

        body.comparison { --line: #d0d7de; --paper: #fff; --ink: #1f2328; color-scheme: light dark; }
        @media (prefers-color-scheme: dark) { body.comparison { --line: #444c56; --paper: #1c2128; --ink: #d5dce4; } }
        @media print { body.comparison { --line: #d0d7de; --paper: #fff; --ink: #1f2328; } }
        * { box-sizing: border-box; }
        body.comparison { margin: 0 auto; max-width: 76rem; padding: 1rem 1.5rem; color: var(--ink);
          background: var(--paper); font: 15px/1.65 -apple-system, "Segoe UI", "Noto Sans", "PingFang SC",
          "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
        @media print { body.comparison { max-width: none; padding: 0; font-size: 10pt; } }

        """

    /// The rules for what stands inside an element of the class `comparison`; the page around it sets the variables `--line`,
    /// `--paper` and `--ink`. Effects differ by colour and by word, so that neither is needed.
    package static let content = """
        .comparison { --stricter: #b42318; --looser: #1a7f37; --mixed: #8a5d00; --neutral: #0b5cad; --editorial: #57606a;
          --tint: #f6f8fa; --gone: #ffebe9; --gone-ink: #82071e; --come: #dafbe1; --come-ink: #0a4a1e; --form: #eaeef2;
          --on: #fff; }
        @media (prefers-color-scheme: dark) { .comparison { --stricter: #f47067; --looser: #57ab5a; --mixed: #c69026;
          --neutral: #6cb6ff; --editorial: #9aa7b5; --tint: #222831; --gone: #5d2326; --gone-ink: #ffd8d3;
          --come: #1f4a2a; --come-ink: #c9f2d0; --form: #373e47; --on: #1c2128; } }
        @media print { .comparison { --stricter: #b42318; --looser: #1a7f37; --mixed: #8a5d00; --neutral: #0b5cad;
          --editorial: #57606a; --tint: #f6f8fa; --gone: #ffebe9; --gone-ink: #82071e; --come: #dafbe1;
          --come-ink: #0a4a1e; --form: #eaeef2; --on: #fff; } }
        .comparison h1 { font-size: 1.35rem; margin: 0 0 .3rem; }
        .comparison h2 { font-size: 1rem; margin: 0 0 .3rem; }
        .comparison .texts { margin: .2rem 0 .6rem; }
        .comparison .side { color: var(--editorial); font-size: .85em; margin-right: .4em; }
        .comparison .status { color: var(--mixed); border: 1px solid; border-radius: 3px; font-size: .75em;
          padding: 0 .35em; white-space: nowrap; }
        .comparison .tiles { display: flex; flex-wrap: wrap; gap: .4rem; }
        .comparison .tile { border-left: 5px solid var(--c); background: var(--tint); padding: .2rem .7rem;
          color: inherit; text-decoration: none; }
        .comparison .tile b { font-size: 1.25rem; color: var(--c); }
        .comparison .tile[aria-current] { outline: 2px solid var(--c); }
        .comparison .kinds { margin: .4rem 0; color: var(--editorial); }
        .comparison table { border-collapse: collapse; width: auto; }
        .comparison .terms { margin: .4rem 0; }
        .comparison th, .comparison td { border: 1px solid var(--line); padding: .15rem .6rem; text-align: left;
          vertical-align: top; font-weight: normal; }
        .comparison th { background: var(--tint); color: var(--editorial); }
        .comparison .map { display: flex; flex-wrap: wrap; gap: .25rem; margin: .5rem 0 1rem; font-size: .8rem; }
        .comparison .map a { color: inherit; text-decoration: none; padding: 0 .4rem; border: 1px solid var(--line);
          border-bottom: 3px solid var(--c); }
        .comparison .stricter { --c: var(--stricter); } .comparison .looser { --c: var(--looser); }
        .comparison .mixed { --c: var(--mixed); } .comparison .neutral { --c: var(--neutral); }
        .comparison .editorial { --c: var(--editorial); }
        .comparison .overview { display: grid; grid-template-columns: 1fr 340px; gap: 1.5rem; align-items: start; }
        .comparison .overview > div { min-width: 0; }
        .comparison .alignment { max-width: 100%; margin: 0; }
        .comparison .alignment path { fill: none; stroke: var(--c); stroke-width: 1.8; }
        .comparison .alignment circle { fill: var(--c); }
        .comparison .alignment .moved path { stroke-dasharray: 5 3; } .comparison .alignment .same { --c: var(--line); }
        .comparison .alignment text { fill: var(--ink); }
        .comparison .alignment a:hover path { stroke-width: 4; }
        .comparison .change { border-top: 1px solid var(--line); border-left: 5px solid var(--c);
          padding: .6rem 0 .6rem .8rem; margin: 0 0 .6rem; scroll-margin-top: .5rem; }
        .comparison .effect { color: var(--on); background: var(--c); border-radius: 3px; padding: 0 .5em;
          margin-right: .4em; }
        .comparison .kind { color: var(--editorial); font-weight: normal; font-size: .9em; }
        .comparison .reasons { margin: .2rem 0 .4rem; padding-left: 1.2rem; font-size: .92em; }
        .comparison .reasons b { color: var(--c); }
        .comparison .artefact { margin: .2rem 0; color: var(--mixed); font-size: .9em; }
        .comparison .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 2.2rem; }
        .comparison .pair > div { min-width: 0; }
        .comparison .pair p { margin: 0 0 .35rem; overflow-wrap: anywhere; }
        .comparison .none { color: var(--editorial); }
        .comparison del { background: var(--gone); color: var(--gone-ink); text-decoration-thickness: 1px; }
        .comparison ins { background: var(--come); color: var(--come-ink); text-decoration: none;
          border-bottom: 1px solid var(--looser); }
        .comparison .form { background: var(--form); border-bottom: 1px dotted var(--editorial); }
        .comparison .caveat { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: .5rem;
          color: var(--editorial); font-size: .85em; }
        .comparison .head td { overflow-wrap: anywhere; }
        @media screen and (max-width: 50rem) { .comparison .pair { grid-template-columns: 1fr; gap: .4rem; }
          .comparison .overview { grid-template-columns: 1fr; }
          .comparison .pair > div::before { content: attr(data-side); color: var(--editorial); font-size: .85em; } }
        @media print { .comparison .alignment { width: 220px; height: auto; }
          .comparison .overview { grid-template-columns: 1fr 220px; gap: 1rem; } .comparison .pair { gap: 1.2rem; }
          .comparison .change { break-inside: avoid-page; } .comparison a { color: inherit; }
          .comparison * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }

        """
}
