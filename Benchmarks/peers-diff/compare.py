"""Times hegui diff, redlines and xmldiff on the same two texts. See README.md."""

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BEARERS = ["市场经营者", "平台企业", "示例行业协会", "县级以上地方人民政府", "国务院示例市场主管部门", "中介服务机构", "检验机构"]
TOPICS = ["登记", "备案", "价格", "数据", "广告", "合同", "准备金", "投诉", "披露", "人员", "场地", "检测", "跨境", "关联", "存管", "预案",
          "产权", "条款", "招标", "信用", "档案", "审计", "调解", "环保", "运输", "仓储", "召回", "追溯", "标准", "培训", "许可", "歇业"]
ACTS = ["应当建立健全{}制度，明确负责人和工作流程", "不得在{}过程中弄虚作假或者隐瞒重要事实", "应当自发生变化之日起三十日内就{}事项向主管部门报告",
        "应当将{}情况如实记载并保存五年以上", "未经{}审查合格，不得开展相应经营活动", "应当配合有关部门对{}实施的监督检查，如实提供材料"]
DIGITS = "零一二三四五六七八九"


def numeral(n):
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, unit)
        if digit:
            text += DIGITS[digit] + name
        elif text and n and not text.endswith("零"):
            text += "零"
    return text[1:] if text.startswith("一十") else text


def article(rng):
    return "".join(rng.choice(BEARERS) + rng.choice(ACTS).format(rng.choice(TOPICS) + "和" + rng.choice(TOPICS)) + "。"
                   for _ in range(rng.randint(1, 4)))


def law(articles):
    return "示例市场管理条例\n" + "".join(f"第{numeral(i + 1)}条　{a}\n" for i, a in enumerate(articles))


def xml(articles):
    return "<law>" + "".join(f"<article>{a}</article>" for a in articles) + "</law>"


def amended(articles, rng):
    new = [a.replace("三十日", "十五日") if rng.random() < 0.05 else a for a in articles]
    for _ in range(len(new) // 20):
        new.insert(rng.randrange(len(new)), article(rng))
        del new[rng.randrange(len(new))]
    return new


def timed(name, run):
    start = time.perf_counter()
    found = run()
    print(f"  {name}: {(time.perf_counter() - start) * 1000:.0f} ms, {found}", flush=True)


def main():
    hegui = sys.argv[1]
    for name, count in (("100 kB", 330), ("1,000 articles", 1000)):
        rng = random.Random(1)
        old = [article(rng) for _ in range(count)]
        new = amended(old, rng)
        print(f"{name}: {len(law(old).encode()) // 1000} kB against {len(law(new).encode()) // 1000} kB")
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, "old.txt"), Path(folder, "new.txt")]
            for path, articles in zip(paths, (old, new)):
                path.write_text(law(articles))

            def ours():
                command = [hegui, "diff", *map(str, paths), "--format", "json", "--exit-zero"]
                changes = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["changes"]
                kinds = {}
                for change in changes:
                    kinds[change["kind"]] = kinds.get(change["kind"], 0) + 1
                return str(kinds)

            def redlines():
                from redlines import Redlines
                return f"{len(Redlines(law(old), law(new)).changes)} changes"

            def tree():
                from xmldiff import main as xmldiff
                actions = xmldiff.diff_texts(xml(old), xml(new))
                return f"{len(actions)} actions"

            timed("hegui diff (whole process)", ours)
            timed("redlines", redlines)
            # xmldiff compares every node with every other; on more articles it takes minutes.
            if count <= 330:
                timed("xmldiff", tree)


if __name__ == "__main__":
    main()
