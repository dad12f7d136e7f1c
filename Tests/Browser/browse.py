"""The main path of each page in a real browser: both languages, a phone and a desk, light and dark, the keyboard alone.

Fails on an error in the console, on a request to anywhere else, on what axe-core finds, and on a page wider than its window.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
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
            [program, "serve", "--data", PROJECT, "--store", self.store, "--port", str(self.port)],
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


def tour(page, watch, language, look):
    """Every page, with its main path."""
    zh = language == "zh"
    address = watch.address

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
    try:
        with sync_playwright() as playwright:
            chromium = os.environ.get("CHROMIUM", shutil.which("chromium") or "/usr/bin/chromium")
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for language, window, scheme in LOOKS:
                width = "phone" if window is PHONE else "desk"
                context = browser.new_context(
                    viewport=window, color_scheme=scheme, locale="zh-CN" if language == "zh" else "en-US"
                )
                page = context.new_page()
                watch.follow(page)
                tour(page, watch, language, f"{language}-{width}-{scheme}")
                context.close()
            context = browser.new_context(viewport=DESK, locale="zh-CN")
            page = context.new_page()
            watch.follow(page)
            keyboard(page, watch)
            overtaken(page, watch)
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
