#if Service
    /// What the pages of whole files do beyond what the browser does by itself.
    ///
    /// - `form[data-drop]`: takes a file that is dropped on it, sends it, and shows how much of it was sent.
    /// - `[data-poll="/path"]`: shows what is there, again and again, until it holds `[data-done]`.
    /// - `table[data-triage]`: the keyboard goes through its rows and decides them.
    enum BatchScript {
        static let js = #"""

            (function () {
              "use strict";
              function each(list, body) { Array.prototype.forEach.call(list, body); }
              function say(text) { var said = document.getElementById("announce"); if (said) said.textContent = text; }
              function parse(html) { return new DOMParser().parseFromString(html, "text/html"); }

              function drop(form) {
                var input = form.querySelector("input[type=file]"), line = form.querySelector("[data-upload]");
                var bar = line.querySelector("progress"), text = line.querySelector("[data-upload-text]");
                ["dragenter", "dragover"].forEach(function (kind) {
                  form.addEventListener(kind, function (event) { event.preventDefault(); form.classList.add("over"); });
                });
                ["dragleave", "drop"].forEach(function (kind) {
                  form.addEventListener(kind, function () { form.classList.remove("over"); });
                });
                form.addEventListener("drop", function (event) {
                  if (!event.dataTransfer || !event.dataTransfer.files.length) return;
                  event.preventDefault();
                  input.files = event.dataTransfer.files;
                  form.requestSubmit();
                });
                form.addEventListener("submit", function (event) {
                  event.preventDefault();
                  var request = new XMLHttpRequest();
                  line.hidden = false;
                  form.querySelector("button").disabled = true;
                  request.upload.onprogress = function (part) {
                    if (!part.lengthComputable) return;
                    bar.value = part.loaded / part.total;
                    text.textContent = Math.floor(100 * part.loaded / part.total) + " %";
                  };
                  request.onload = function () {
                    if (request.status < 400) { location.assign(request.responseURL); return; }
                    var main = parse(request.responseText).getElementById("main");
                    if (main) document.getElementById("main").replaceChildren.apply(
                      document.getElementById("main"), Array.prototype.slice.call(main.childNodes));
                    else location.reload();
                  };
                  request.onerror = function () { text.textContent = "×"; form.querySelector("button").disabled = false; };
                  request.open("POST", form.action);
                  request.send(new FormData(form));
                });
              }
              each(document.querySelectorAll("form[data-drop]"), drop);

              each(document.querySelectorAll("[data-poll]"), function (into) {
                function ask() {
                  fetch(into.dataset.poll, {credentials: "same-origin"})
                    .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
                    .then(function (html) {
                      var parsed = parse(html);
                      if (parsed.querySelector("[data-done]")) { location.reload(); return; }
                      into.replaceChildren.apply(into, Array.prototype.slice.call(parsed.body.childNodes));
                      setTimeout(ask, 400);
                    })
                    .catch(function () { location.reload(); });
                }
                setTimeout(ask, 250);
              });

              function triage(table) {
                var current = null;
                var kinds = {c: "confirmed", f: "false-positive", d: "needs-documents", r: "rectification-due", w: "waived",
                  p: "reported", x: "exited"};
                var wants = {"confirmed": [], "exited": [], "false-positive": ["note"], "needs-documents": ["note"],
                  "rectification-due": ["day"], "waived": ["day", "note"], "reported": ["party", "day"]};
                function rows() { return Array.prototype.slice.call(table.querySelectorAll("tr[data-row]")); }
                function select(row, isQuiet) {
                  if (!row) return;
                  if (current) { current.classList.remove("current"); current.tabIndex = -1; }
                  current = row;
                  row.classList.add("current");
                  row.tabIndex = 0;
                  if (isQuiet) return;
                  row.focus({preventScroll: true});
                  row.scrollIntoView({block: "nearest"});
                }
                function move(step) {
                  var all = rows(), place = all.indexOf(current);
                  select(all[Math.max(0, Math.min(all.length - 1, place + step))]);
                }
                function fit(form) {
                  var kind = form.elements.kind.value;
                  each(form.querySelectorAll("[data-kinds]"), function (label) {
                    label.hidden = label.dataset.kinds.split(" ").indexOf(kind) < 0;
                  });
                }
                function decide(kind) {
                  var form = current && current.querySelector(".decide form");
                  if (!form) return;
                  form.elements.kind.value = kind;
                  fit(form);
                  var names = wants[kind].concat(form.elements.operator ? ["operator"] : []);
                  var open = names.filter(function (name) { return !form.elements[name].value; })[0];
                  if (!open) { form.requestSubmit(); return; }
                  current.querySelector(".decide").open = true;
                  form.elements[open].focus();
                  current.scrollIntoView({block: "nearest"});
                }
                function leave() {
                  if (!current) return;
                  var details = current.querySelector(".decide");
                  if (details) details.open = false;
                  select(current);
                }
                function send(form) {
                  var row = form.closest("tr"), body = new URLSearchParams();
                  if (form.dataset.sending) return;
                  form.dataset.sending = "true";
                  new FormData(form).forEach(function (value, name) { body.append(name, value); });
                  body.append("fragment", "true");
                  var operator = form.elements.operator && form.elements.operator.value;
                  fetch(form.action, {method: "POST", body: body, credentials: "same-origin"})
                    .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
                    .then(function (html) {
                      var fresh = parse(html).querySelector("tr[data-row]");
                      if (!fresh) { location.reload(); return; }
                      row.replaceWith(fresh);
                      prepare(fresh);
                      if (operator) each(table.querySelectorAll("input[name=operator]"), function (field) {
                        if (!field.value) field.value = operator;
                      });
                      var fault = fresh.querySelector(".wrong");
                      select(fresh);
                      if (fault) {
                        say(fault.textContent);
                        fresh.querySelector(".decide form").elements.kind.focus();
                        return;
                      }
                      var count = document.getElementById("decided-count");
                      if (count && !row.classList.contains("decided"))
                        count.textContent = String(Number(count.textContent.replace(/,/g, "")) + 1);
                      var standing = fresh.querySelector(".standing");
                      say(fresh.dataset.row + " " + (standing ? standing.textContent : ""));
                      move(1);
                    })
                    .catch(function () { location.reload(); });
                }
                function prepare(row) {
                  var form = row.querySelector(".decide form");
                  if (!form) return;
                  fit(form);
                  form.elements.kind.addEventListener("change", function () { fit(form); });
                  form.addEventListener("submit", function (event) { event.preventDefault(); send(form); });
                }
                rows().forEach(prepare);
                table.addEventListener("focusin", function (event) {
                  var row = event.target.closest("tr[data-row]");
                  if (row && row !== current) select(row, true);
                });
                document.addEventListener("keydown", function (event) {
                  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
                  var target = event.target, isField = /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
                  if (event.key === "Escape" && isField && table.contains(target)) { leave(); return; }
                  if (isField) return;
                  var link;
                  switch (event.key) {
                  case "j": move(1); break;
                  case "k": move(-1); break;
                  case "Enter":
                    if (target !== current) return;
                    var more = current.querySelector(".more");
                    more.open = !more.open;
                    break;
                  case "?": var keys = document.getElementById("keys"); if (keys) keys.open = !keys.open; break;
                  case "/": document.getElementById("q").focus(); break;
                  case "[": link = document.querySelector("a[rel=prev]"); break;
                  case "]": link = document.querySelector("a[rel=next]"); break;
                  default:
                    if (!kinds[event.key] || !current) return;
                    decide(kinds[event.key]);
                  }
                  event.preventDefault();
                  if (link) link.click();
                });
                select(document.querySelector(location.hash && /^#row-\d+$/.test(location.hash) ? location.hash : "#none")
                  || rows()[0], true);
              }
              each(document.querySelectorAll("table[data-triage]"), triage);

              var place = document.querySelector(".top nav [aria-current]");
              if (place && place.scrollIntoView) {
                var list = place.closest("ul");
                var right = place.offsetLeft - list.offsetLeft + place.offsetWidth;
                if (right > list.clientWidth - 32) list.scrollLeft = place.offsetLeft - list.offsetLeft - 48;
              }
            })();
            """#
    }
#endif
