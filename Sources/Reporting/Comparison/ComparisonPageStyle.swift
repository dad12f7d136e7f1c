/// How the page of a comparison looks.
enum ComparisonPageStyle {
    /// The style sheet. Effects differ by colour and by word, so that neither is needed.
    static let css = """

        :root { --stricter: #b42318; --looser: #1a7f37; --mixed: #9a6700; --neutral: #0b5cad; --editorial: #57606a;
          --line: #d0d7de; --paper: #fff; --ink: #1f2328; --soft: #f6f8fa;
          --gone: #ffebe9; --gone-ink: #82071e; --come: #dafbe1; --come-ink: #0a4a1e; --form: #eaeef2; --on: #fff;
          color-scheme: light dark; }
        @media (prefers-color-scheme: dark) { :root { --stricter: #f47067; --looser: #57ab5a; --mixed: #c69026;
          --neutral: #6cb6ff; --editorial: #909dab; --line: #444c56; --paper: #1c2128; --ink: #d5dce4; --soft: #2d333b;
          --gone: #5d2326; --gone-ink: #ffd8d3; --come: #1f4a2a; --come-ink: #c9f2d0; --form: #373e47; --on: #1c2128; } }
        @media print { :root { --stricter: #b42318; --looser: #1a7f37; --mixed: #9a6700; --neutral: #0b5cad;
          --editorial: #57606a; --line: #d0d7de; --paper: #fff; --ink: #1f2328; --soft: #f6f8fa; --gone: #ffebe9;
          --gone-ink: #82071e; --come: #dafbe1; --come-ink: #0a4a1e; --form: #eaeef2; --on: #fff; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 76rem; padding: 1rem 1.5rem; color: var(--ink); background: var(--paper);
          font: 15px/1.65 -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
          sans-serif; }
        h1 { font-size: 1.35rem; margin: 0 0 .3rem; } h2 { font-size: 1rem; margin: 0 0 .3rem; }
        .texts { margin: .2rem 0 .6rem; } .side { color: var(--editorial); font-size: .85em; margin-right: .4em; }
        .status { color: var(--mixed); border: 1px solid; border-radius: 3px; font-size: .75em; padding: 0 .35em;
          white-space: nowrap; }
        .tiles { display: flex; flex-wrap: wrap; gap: .4rem; }
        .tile { border-left: 5px solid var(--c); background: var(--soft); padding: .2rem .7rem; color: inherit;
          text-decoration: none; } .tile b { font-size: 1.25rem; color: var(--c); }
        .kinds { margin: .4rem 0; color: var(--editorial); }
        .terms { margin: .4rem 0; } table { border-collapse: collapse; }
        th, td { border: 1px solid var(--line); padding: .15rem .6rem; text-align: left; vertical-align: top;
          font-weight: normal; } th { background: var(--soft); color: var(--editorial); }
        .map { display: flex; flex-wrap: wrap; gap: .25rem; margin: .5rem 0 1rem; font-size: .8rem; }
        .map a { color: inherit; text-decoration: none; padding: 0 .4rem; border: 1px solid var(--line);
          border-bottom: 3px solid var(--c); }
        .stricter { --c: var(--stricter); } .looser { --c: var(--looser); } .mixed { --c: var(--mixed); }
        .neutral { --c: var(--neutral); } .editorial { --c: var(--editorial); }
        .top { display: grid; grid-template-columns: 1fr 340px; gap: 1.5rem; align-items: start; }
        .drawing path { fill: none; stroke: var(--c); stroke-width: 1.8; } .drawing circle { fill: var(--c); }
        .drawing .moved path { stroke-dasharray: 5 3; } .drawing .same { --c: var(--line); }
        .drawing text { fill: var(--ink); } .drawing a:hover path { stroke-width: 4; }
        .change { border-top: 1px solid var(--line); border-left: 5px solid var(--c); padding: .6rem 0 .6rem .8rem;
          margin: 0 0 .6rem; }
        .effect { color: var(--on); background: var(--c); border-radius: 3px; padding: 0 .5em; margin-right: .4em; }
        .kind { color: var(--editorial); font-weight: normal; font-size: .9em; }
        .reasons { margin: .2rem 0 .4rem; padding-left: 1.2rem; font-size: .92em; } .reasons b { color: var(--c); }
        .artefact { margin: .2rem 0; color: var(--mixed); font-size: .9em; }
        .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 2.2rem; }
        .sides > div { min-width: 0; } .sides p { margin: 0 0 .35rem; overflow-wrap: anywhere; }
        .none { color: var(--editorial); }
        del { background: var(--gone); color: var(--gone-ink); text-decoration-thickness: 1px; }
        ins { background: var(--come); color: var(--come-ink); text-decoration: none;
          border-bottom: 1px solid var(--looser); }
        .form { background: var(--form); border-bottom: 1px dotted var(--editorial); }
        footer { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: .5rem; color: var(--editorial);
          font-size: .85em; }
        @media screen and (max-width: 50rem) { .sides { grid-template-columns: 1fr; gap: .4rem; } .top { grid-template-columns: 1fr; } }
        @media print { body { max-width: none; padding: 0; font-size: 10pt; } .drawing { width: 220px; height: auto; }
          .top { grid-template-columns: 1fr 220px; gap: 1rem; } .sides { gap: 1.2rem; } .change { break-inside: avoid-page; }
          a { color: inherit; } * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }

        """
}
