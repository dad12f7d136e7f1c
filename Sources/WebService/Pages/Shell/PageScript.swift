#if Service
    /// What pages do beyond what the browser does by itself.
    ///
    /// - `form[data-live="/path"]`: sends its fields there as one types, and sets the answer into the element that
    ///   `data-into` names; an answer that a later one overtook is dropped, what was typed to keep the decision stays, and
    ///   nothing can be kept until the answer is there. The text of the answer's `[data-announce]` is read out.
    /// - `select[data-send]`: sends its form when another value is chosen.
    /// - `button[data-copy="id"]`: copies the text of the field with that id.
    /// - `button[data-fill="id"]`: sets `data-value` into the field with that id and sends its form.
    enum PageScript {
        static let js = #"""
            (function () {
              "use strict";
              function live(form) {
                var into = document.getElementById(form.dataset.into), announce = document.getElementById("announce");
                var timer = 0, number = 0, shown = 0, last = null, isTyping = false;
                // Until the answer to what was typed is there, nothing can be kept: it would be of another record.
                function wait(waits) {
                  if (waits) into.setAttribute("aria-busy", "true"); else into.removeAttribute("aria-busy");
                  into.querySelectorAll("#keep button").forEach(function (button) { button.disabled = waits; });
                }
                function send() {
                  isTyping = false;
                  clearTimeout(timer);
                  var body = new URLSearchParams();
                  new FormData(form).forEach(function (value, name) { if (typeof value === "string") body.append(name, value); });
                  if (body.toString() === last) {
                    if (shown === number) wait(false);
                    return;
                  }
                  var mine = ++number;
                  last = body.toString();
                  wait(true);
                  fetch(form.dataset.live, {method: "POST", body: body, credentials: "same-origin"})
                    .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
                    .then(function (html) {
                      if (mine !== number) return;
                      shown = mine;
                      // What was typed since is sent in a moment, even if it comes to the same.
                      if (isTyping) { last = null; return; }
                      var open = Array.prototype.map.call(into.querySelectorAll("details[open][id]"), function (d) { return d.id; });
                      var focused = into.contains(document.activeElement) ? document.activeElement.id : "";
                      var typed = Array.prototype.map.call(
                        into.querySelectorAll("#keep input[id], #keep select[id], #keep textarea[id]"),
                        function (field) { return [field.id, field.value]; });
                      var parsed = new DOMParser().parseFromString(html, "text/html");
                      into.replaceChildren.apply(into, Array.prototype.slice.call(parsed.body.childNodes));
                      open.forEach(function (id) { var d = document.getElementById(id); if (d) d.open = true; });
                      typed.forEach(function (pair) { var f = document.getElementById(pair[0]); if (f && pair[1]) f.value = pair[1]; });
                      if (focused && document.getElementById(focused)) document.getElementById(focused).focus();
                      var said = into.querySelector("[data-announce]");
                      if (announce) announce.textContent = said ? said.textContent : "";
                      wait(false);
                    })
                    .catch(function () {
                      if (mine !== number) return;
                      shown = mine;
                      last = null;
                      if (!isTyping) wait(false);
                    });
                }
                function soon() { isTyping = true; wait(true); clearTimeout(timer); timer = setTimeout(send, 200); }
                document.addEventListener("input", function (event) {
                  if (event.target.form === form && !event.isComposing) soon();
                });
                document.addEventListener("compositionend", function (event) { if (event.target.form === form) soon(); });
                document.addEventListener("click", function (event) {
                  var button = event.target.closest ? event.target.closest("button[data-fill]") : null;
                  if (!button) return;
                  var field = document.getElementById(button.dataset.fill);
                  if (!field || field.form !== form) return;
                  event.preventDefault();
                  field.value = button.dataset.value;
                  field.focus();
                  send();
                });
              }
              document.querySelectorAll("form[data-live]").forEach(live);
              document.addEventListener("change", function (event) {
                if (event.target.matches && event.target.matches("select[data-send]")) event.target.form.requestSubmit();
              });
              document.addEventListener("click", function (event) {
                var button = event.target.closest ? event.target.closest("button[data-copy]") : null;
                if (!button) return;
                event.preventDefault();
                var field = document.getElementById(button.dataset.copy);
                function done() {
                  var said = document.getElementById("announce");
                  button.textContent = button.dataset.done;
                  if (said) said.textContent = button.dataset.done;
                }
                function byHand() { field.focus(); field.select(); if (document.execCommand("copy")) done(); }
                if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(field.value).then(done, byHand);
                else byHand();
              });
              document.querySelectorAll("[data-script]").forEach(function (element) { element.hidden = false; });
            })();
            """#
    }
#endif
