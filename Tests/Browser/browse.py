"""The main path of each page in a real browser: both languages, a phone and a desk, light and dark, the keyboard alone.

With a number behind the program, in that many looks alone. Fails on an error in the console, on a request to anywhere else, on what axe-core finds, and on a page wider than its window.
"""

import csv
import io
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

FOLDER = Path(__file__).resolve().parent
PROJECT = FOLDER.parent.parent
SHOTS = FOLDER / "screenshots"
NAME = "深圳前海RWA数字科技有限公司"
SCOPE = "一般项目：软件开发；虚拟货币交易撮合服务；信息咨询服务"

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
LOOKS = [
    ("zh", DESK, "light"),
    ("en", DESK, "light"),
    ("zh", PHONE, "light"),
    ("en", PHONE, "dark"),
    ("zh", DESK, "dark"),
]

# Where axe-core looks: each language, width and scheme once at least.
INSPECTED = ("zh-desk-light", "en-phone-dark", "zh-phone-light")


class Service:
    """The program serving on a port of its own, with an empty log."""

    def __init__(self, program):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.store = tempfile.mkdtemp(prefix="hegui-browser-")
        self.process = subprocess.Popen(
            [program, "serve", "--data", PROJECT, "--store", self.store, "--port", str(self.port), "--uploads", "100"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(300):
            try:
                urllib.request.urlopen(self.address + "/readyz").close()
                return
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit("the service did not start")
                time.sleep(0.1)
        raise SystemExit("the service did not answer within 30 seconds")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=40)
        shutil.rmtree(self.store)


class Watch:
    """Notes what a page does that it mustn't."""

    def __init__(self, address):
        self.address = address
        self.faults = []
        self.awaited = set()

    def follow(self, page):
        page.on("console", lambda message: self.console(page, message))
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("request", lambda request: self.request(page, request))

    def console(self, page, message):
        if message.type in ("error", "warning") and not any(word in message.text for word in self.awaited):
            self.faults.append(f"{page.url}: console {message.type}: {message.text}")

    def request(self, page, request):
        if not request.url.startswith((self.address + "/", "blob:", "data:")):
            self.faults.append(f"{page.url}: asks for {request.url}")


def inspect(page, watch, name):
    """A screenshot, what bars people, and whether the page is wider than the window."""
    page.screenshot(path=SHOTS / f"{name}.png", full_page=True)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        watch.faults.append(f"{name}: the page is {wide} pixels wider than the window")
    if name.endswith(INSPECTED):
        find_barriers(page, watch, name)


def find_barriers(page, watch, name):
    """Notes what axe-core finds."""
    for violation in Axe().run(page).response["violations"]:
        nodes = "; ".join(str(node["target"]) for node in violation["nodes"][:4])
        watch.faults.append(f"{name}: {violation['id']} ({violation['impact']}): {violation['help']}: {nodes}")


def kept(page, watch):
    """How many decisions the log has."""
    html = page.request.get(f"{watch.address}/decisions").text()
    return int(re.search(r"<b>([\d,]+)</b>", html).group(1).replace(",", ""))


def tour(page, watch, language, look):
    """Every page, with its main path."""
    zh = language == "zh"
    address = watch.address
    before = kept(page, watch)

    page.goto(f"{address}/?lang={language}")
    inspect(page, watch, f"check-empty-{look}")
    # The verdict comes as one types.
    page.get_by_label("名称" if zh else "Name", exact=False).first.fill(NAME)
    page.locator("#scope").fill(SCOPE)
    expect(page.locator("#verdict .verdict.prohibited")).to_be_visible()
    expect(page.locator("#verdict dl.record mark").first).to_have_text("RWA")
    expect(page.locator("#announce")).to_contain_text("命中禁止性规定" if zh else "prohibited")
    page.locator("#why-not summary").click()
    page.locator("#why-not-rule").select_option("yinfa-2026-42/mining")
    expect(page.locator("#why-not .advice")).to_be_visible()
    page.locator("#file-note summary").click()
    note = page.locator("#note-text").input_value()
    assert "sha256:" in note and "数字科技有限公司" in note, note
    inspect(page, watch, f"check-{look}")
    # A change takes the word out.
    page.locator("button[data-fill=name]").click()
    expect(page.locator("#name")).not_to_have_value(NAME)
    page.locator("#name").fill(NAME)
    expect(page.locator("#verdict dl.record mark").first).to_have_text("RWA")
    # Nothing is kept until that is asked for.
    assert kept(page, watch) == before
    # Values that were typed outlive an answer that comes meanwhile.
    page.locator("#keep summary").click()
    page.locator("#keep-operator").fill("王芳")
    page.locator("#keep-kind").select_option("confirmed")
    page.locator("#keep button").click()
    page.wait_for_url(re.compile(r"/decisions/[a-z0-9]+\?saved="))
    expect(page.locator(".said")).to_be_visible()
    inspect(page, watch, f"decision-{look}")
    # What can't be is said beside the form.
    page.locator("#kind").select_option("waived")
    page.locator("#day").fill("2099-01-01")
    page.locator("#note").fill("x")
    watch.awaited.add("422")
    page.locator("form[action^='/decisions/'] button").last.click()
    expect(page.locator(".wrong")).to_contain_text("不得暂缓" if zh else "can't be waived")
    watch.awaited.discard("422")

    page.goto(f"{address}/decisions")
    expect(page.locator("tbody tr").first).to_contain_text("RWA")
    inspect(page, watch, f"decisions-{look}")
    page.locator("#name").fill("no such name")
    page.locator("form[role=search] button").click()
    expect(page.locator("tbody tr")).to_have_count(0)
    page.goto(f"{address}/decisions")
    page.locator("form[action='/decisions/verification'] button").click()
    expect(page.locator(".said")).to_be_visible()
    inspect(page, watch, f"verification-{look}")

    page.goto(f"{address}/notices")
    inspect(page, watch, f"notices-{look}")
    page.locator("#text").fill("关于测试的通知\n一、总则\n（一）任何单位不得发行代币。")
    page.locator("form[action='/notices/preview'] button").click()
    expect(page.locator(".norm").first).to_contain_text("发行代币")
    inspect(page, watch, f"preview-{look}")
    page.goto(f"{address}/notices/yinfa-2026-42")
    expect(page.locator(".norm.enforced").first).to_be_visible()
    inspect(page, watch, f"notice-{look}")

    page.goto(f"{address}/rules")
    inspect(page, watch, f"rules-{look}")
    page.goto(f"{address}/rules/yinfa-2026-42/registration-terms")
    page.locator("#name").fill(NAME)
    page.locator("form[action^='/rules/'] button").click()
    expect(page.locator(".verdict.prohibited")).to_be_visible()
    inspect(page, watch, f"rule-{look}")


def batch(page, watch, language, look):
    """A file from its columns to its downloads."""
    zh = language == "zh"
    page.goto(f"{watch.address}/batch?lang={language}")
    inspect(page, watch, f"batch-{look}")
    page.locator("#file").set_input_files(PROJECT / "corpus/records/sample.csv")
    page.locator("form[data-drop] button").click()
    page.wait_for_url(re.compile(r"/batch/[\w-]{43}$"))
    expect(page.locator("h1")).to_have_text("sample.csv")
    scope = page.locator("th:has(label:text-is('经营范围')) select")
    expect(scope).to_have_value("scope")
    inspect(page, watch, f"batch-columns-{look}")
    # A column that is not used, and used again.
    scope.select_option("")
    page.locator("button[value=show]").click()
    expect(scope).to_have_value("")
    scope.select_option("scope")
    page.locator("button[value=start]").click()
    table = page.locator("table[data-triage]")
    expect(table).to_be_visible(timeout=60000)
    whole = table.locator("tbody tr").count()
    assert whole > 20, whole
    expect(table.locator("mark").first).to_be_visible()
    page.locator("#keys summary").click()
    inspect(page, watch, f"batch-results-{look}")
    page.locator("#keys summary").click()
    page.locator("#verdict").select_option("prohibited")
    expect(table.locator("caption")).to_contain_text(" / ")
    page.wait_for_url(re.compile("verdict=prohibited"))
    assert 0 < table.locator("tbody tr").count() < whole
    page.locator("#q").fill("矿机")
    page.locator("#q").press("Enter")
    page.wait_for_url(re.compile("q=%E7%9F%BF"))
    for row in table.locator("tbody tr").all():
        assert "矿机" in row.inner_text(), row.inner_text()
    page.locator("form[role=search] a").click()
    expect(table.locator("tbody tr")).to_have_count(whole)

    with page.expect_download() as download:
        page.locator("a[href$='format=csv']").click()
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert len(rows) == whole + 1, len(rows)
    with page.expect_download() as download:
        page.locator("a[href$='format=evidence']").click()
    with zipfile.ZipFile(download.value.path()) as pack:
        assert sorted(pack.namelist()) == [
            "evidence/findings.ndjson", "evidence/manifest.json", "evidence/rejected.ndjson",
        ], pack.namelist()
    page.reload()
    expect(page.locator("main")).to_contain_text("SHA-256")


def triage(page, watch):
    """Ten rows decided without a mouse, and found in the log."""
    page.goto(f"{watch.address}/batch?lang=zh")
    page.locator("#file").set_input_files(PROJECT / "corpus/records/sample.csv")
    page.locator("form[data-drop] button").click()
    page.locator("button[value=start]").click()
    expect(page.locator("tr.current")).to_have_count(1, timeout=60000)

    def decided(count):
        expect(page.locator("tr.decided")).to_have_count(count)

    page.keyboard.press("?")
    expect(page.locator("#keys")).to_have_attribute("open", "")
    page.keyboard.press("?")
    # Whoever is asked for is asked once.
    page.keyboard.press("c")
    expect(page.locator("tr.current input[name=operator]")).to_be_focused()
    page.keyboard.type("赵敏")
    page.keyboard.press("Enter")
    decided(1)
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.locator("tr.current .more")).to_have_attribute("open", "")
    page.keyboard.press("Enter")
    for number, (key, words) in enumerate(
        [("f", "系煤矿机械"), ("d", "章程"), ("x", None), ("c", None), ("f", "历史名称"), ("c", None), ("x", None), ("c", None), ("c", None)]
    ):
        page.keyboard.press(key)
        if words:
            expect(page.locator("tr.current input[name=note]")).to_be_focused()
            if number == 0:
                # A reason is needed, and leaving the form decides nothing.
                page.keyboard.press("Escape")
                expect(page.locator("tr.current")).to_be_focused()
                page.keyboard.press(key)
            page.keyboard.type(words)
            page.keyboard.press("Enter")
        decided(number + 2)
    page.goto(f"{watch.address}/decisions?person=赵敏")
    expect(page.locator("tbody tr")).to_have_count(10)
    inspect(page, watch, "decisions-of-a-batch-zh-desk-light")


def compare(page, watch, language, look):
    """Two notices, one effect of their changes, and the impact on a file."""
    page.goto(f"{watch.address}/compare?lang={language}")
    expect(page.locator(".comparison .change").first).to_be_visible()
    whole = page.locator(".comparison .change").count()
    inspect(page, watch, f"compare-{look}")
    page.locator(".tile.mixed").click()
    page.wait_for_url(re.compile("effect=mixed"))
    assert 0 < page.locator(".comparison .change").count() < whole
    page.goto(f"{watch.address}/compare")
    page.locator("#sent summary").click()
    page.locator("#new-file").set_input_files(
        {"name": "new.txt", "mimeType": "text/plain", "buffer": "关于测试的通知\n一、总则\n（一）任何单位不得发行代币。".encode()}
    )
    page.locator("#sent button").click()
    expect(page.locator(".comparison .texts")).to_contain_text("关于测试的通知")
    page.goto(f"{watch.address}/compare")
    page.locator("#impact summary").click()
    page.locator("#file").set_input_files(PROJECT / "corpus/records/sample.csv")
    page.locator("#impact button").click()
    page.wait_for_url(re.compile(r"/batch/[\w-]{43}$"))
    page.locator("button[value=start]").click()
    expect(page.locator("table.impact-rows")).to_be_visible(timeout=60000)
    inspect(page, watch, f"impact-{look}")
    with page.expect_download() as download:
        page.locator("a[href$='format=xlsx']").click()
    assert Path(download.value.path()).read_bytes()[:2] == b"PK"


def dropped(page, watch):
    """A file that is dropped on the page is sent."""
    page.goto(f"{watch.address}/batch?lang=zh")
    transfer = page.evaluate_handle(
        """() => {
          const transfer = new DataTransfer();
          transfer.items.add(new File(["名称,经营范围\\n前海RWA科技有限公司,软件\\n坏,的,行\\n"], "放下的.csv", {type: "text/csv"}));
          return transfer;
        }"""
    )
    page.locator("form[data-drop]").dispatch_event("drop", {"dataTransfer": transfer})
    page.wait_for_url(re.compile(r"/batch/[\w-]{43}$"))
    expect(page.locator("h1")).to_have_text("放下的.csv")
    page.locator("button[value=start]").click()
    # A row that can't be read is told with its reason.
    expect(page.locator("#rejected")).to_contain_text("3格，而表头只有2列", timeout=60000)
    expect(page.locator("table[data-triage] mark").first).to_have_text("RWA")
    page.goto(f"{watch.address}/batch")
    rows = page.locator("tbody tr")
    before = rows.count()
    rows.filter(has_text="放下的.csv").locator("button").click()
    expect(rows).to_have_count(before - 1)


def printed(page, watch):
    """The pages as they come out of a printer: nothing to press, and no page that ends in the middle of a line."""
    for name, path in [("check", "/?name=前海RWA科技有限公司"), ("compare", "/compare"), ("notice", "/notices/yinfa-2026-42")]:
        page.goto(f"{watch.address}{path}")
        page.emulate_media(media="print")
        page.pdf(path=SHOTS / f"{name}.pdf", format="A4", prefer_css_page_size=True)
        for thing in page.locator("button, input, select, .top nav").all():
            if thing.is_visible():
                watch.faults.append(f"print {name}: {thing.evaluate('element => element.outerHTML.slice(0, 80)')} is printed")
        page.emulate_media(media="null")


def keyboard(page, watch):
    """A check and its decision without a mouse."""
    page.goto(f"{watch.address}/?lang=zh")
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")
    page.locator("body").press("Tab")
    expect(page.locator("#name")).to_have_count(1)
    page.goto(f"{watch.address}/")
    expect(page.locator("#name")).to_be_focused()
    page.keyboard.type("RWA")
    page.keyboard.type("科技")
    expect(page.locator("#verdict .verdict")).to_be_visible()

    def reach(selector, limit=60):
        target = page.locator(selector)
        for _ in range(limit):
            if target.evaluate("element => element === document.activeElement"):
                outline = target.evaluate("element => getComputedStyle(element).outlineStyle")
                assert outline != "none", f"{selector}: the focus can't be seen"
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"{selector} can't be reached with the Tab key")

    reach("#keep summary")
    page.keyboard.press("Enter")
    reach("#keep-operator")
    page.keyboard.press("Control+A")
    page.keyboard.type("李明")
    reach("#keep button")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/decisions/[a-z0-9]+\?saved="))
    # The first stop of a page leads past its navigation.
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def without_script(browser, watch):
    """The same check where scripts don't run."""
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    watch.follow(page)
    page.goto(f"{watch.address}/?lang=zh")
    page.locator("#name").fill(NAME)
    page.locator("#check > p button").click()
    expect(page.locator(".verdict.prohibited")).to_be_visible()
    page.locator("button[name=try-name]").click()
    expect(page.locator("#name")).not_to_have_value(NAME)
    page.goto(f"{watch.address}/batch")
    page.locator("#file").set_input_files(PROJECT / "corpus/records/sample.csv")
    page.locator("form[data-drop] button").click()
    page.locator("button[value=start]").click()
    for _ in range(30):
        if page.locator("table[data-triage]").count():
            break
        time.sleep(1)
        page.reload()
    row = page.locator("tr[data-row]").first
    row.locator(".decide summary").click()
    row.locator("select").select_option("confirmed")
    row.locator("input[name=operator]").fill("钱进")
    row.locator(".decide button").click()
    page.wait_for_url(re.compile("#row-"))
    # What others decided of these records before is shown too.
    expect(page.locator("tr[data-row]").first).to_contain_text("钱进")
    context.close()


def overtaken(page, watch):
    """An answer that comes late doesn't take the place of a later one."""
    delays = iter([0.8, 0.0])

    def slowly(route):
        answer = route.fetch()
        time.sleep(next(delays, 0.0))
        route.fulfill(response=answer)

    page.route("**/check/verdict", slowly)
    page.goto(f"{watch.address}/?lang=zh")
    page.locator("#name").fill(NAME)
    page.wait_for_timeout(300)
    page.locator("#name").fill("上海晨曦软件有限公司")
    expect(page.locator("#verdict .verdict.clear")).to_be_visible()
    page.wait_for_timeout(1200)
    expect(page.locator("#verdict .verdict.clear")).to_be_visible()
    page.unroute("**/check/verdict")


def main():
    shutil.rmtree(SHOTS, ignore_errors=True)
    SHOTS.mkdir()
    service = Service(sys.argv[1])
    watch = Watch(service.address)
    start = time.monotonic()
    expect.set_options(timeout=20_000)
    try:
        with sync_playwright() as playwright:
            chromium = os.environ.get("CHROMIUM", shutil.which("chromium") or "/usr/bin/chromium")
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for language, window, scheme in LOOKS if len(sys.argv) < 3 else LOOKS[: int(sys.argv[2])]:
                width = "phone" if window is PHONE else "desk"
                context = browser.new_context(
                    viewport=window, color_scheme=scheme, locale="zh-CN" if language == "zh" else "en-US"
                )
                page = context.new_page()
                page.set_default_timeout(60_000)
                watch.follow(page)
                look = f"{language}-{width}-{scheme}"
                tour(page, watch, language, look)
                batch(page, watch, language, look)
                compare(page, watch, language, look)
                context.close()
            context = browser.new_context(viewport=DESK, locale="zh-CN")
            page = context.new_page()
            watch.follow(page)
            keyboard(page, watch)
            overtaken(page, watch)
            dropped(page, watch)
            printed(page, watch)
            context.close()
            # Nobody knows who sits at this browser.
            context = browser.new_context(viewport=DESK, locale="zh-CN")
            page = context.new_page()
            watch.follow(page)
            triage(page, watch)
            context.close()
            without_script(browser, watch)
            browser.close()
    finally:
        service.stop()
        for fault in watch.faults:
            print(fault)
    print(f"{len(list(SHOTS.glob('*.png')))} screenshots, {len(watch.faults)} faults, {time.monotonic() - start:.0f} s")
    sys.exit(1 if watch.faults else 0)


main()
