"""Words that the made documents are filled with: names of people, institutions and journals, topics, sentences."""

# ruff: noqa: D102, E501 - names say what is drawn; a line of a page is one line here

from __future__ import annotations

from random import Random

SURNAMES = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚占单褚麦宁冷逄"
DOUBLE_SURNAMES = ("欧阳", "上官", "司马", "诸葛", "皇甫", "令狐", "夏侯", "慕容", "司徒", "端木")
GIVEN_ONE = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚辉鹏华亮斌宇浩凯健俊帆雪晨琳晶婷慧雯颖玥昕睿"
GIVEN_TWO = (
    "志强", "建国", "晓东", "海燕", "文博", "思远", "雨桐", "子涵", "国栋", "秀英", "玉兰", "春梅", "永康", "嘉欣", "宏伟",
    "少波", "立新", "学文", "天宇", "佳琪", "明轩", "一鸣", "若曦", "振华", "美玲", "继军", "德胜", "晓燕", "红梅", "世杰",
    "向阳", "长青", "紫枫", "云飞", "之江", "克勤", "毓秀", "沛霖", "怡然", "景行", "友俊", "代高", "金龙", "乐天",
)  # fmt: skip
MINORITY = (
    "阿卜杜拉·买买提", "古丽娜尔·艾力", "扎西·尼玛", "木合塔尔·沙地克", "娜仁·其木格", "帕孜来提·吐尔逊", "迪丽拜尔·阿布都",
)  # fmt: skip
FOREIGN = ("Michael Brown", "Anna K. Schmidt", "J. P. Dupont", "Maria Rossi")

CITIES = ("北京", "上海", "广州", "武汉", "成都", "西安", "南京", "杭州", "沈阳", "兰州", "合肥", "哈尔滨", "昆明", "长沙",
          "乌鲁木齐", "呼和浩特", "石家庄", "拉萨", "深圳", "青岛")  # fmt: skip
WORLD = (
    "巴黎",
    "华盛顿",
    "莫斯科",
    "东京",
    "联合国",
    "内罗毕",
    "柏林",
    "开罗",
    "里约热内卢",
    "新德里",
    "日内瓦",
    "堪培拉",
)
UNIVERSITIES = (
    ("北京", "北方工业大学", "100144"), ("上海", "上海海事大学", "201306"), ("武汉", "华中农业大学", "430070"),
    ("西安", "西北大学", "710127"), ("南京", "南京师范大学", "210023"), ("杭州", "浙江工商大学", "310018"),
    ("兰州", "兰州交通大学", "730070"), ("合肥", "安徽大学", "230601"), ("广州", "华南理工大学", "510640"),
    ("成都", "电子科技大学", "611731"), ("沈阳", "东北大学", "110819"), ("昆明", "云南民族大学", "650504"),
)  # fmt: skip
INSTITUTES = (
    ("北京", "中国科学院工程热物理研究所", "100190"), ("北京", "中共中央党校", "100091"),
    ("深圳", "深圳市国家气候观象台", "518040"), ("郑州", "河南省农业科学院", "450002"),
    ("长沙", "湖南省人民医院", "410005"), ("天津", "中国电建集团北方投资有限公司", "300011"),
)  # fmt: skip
SCHOOLS = (
    "经济管理学院",
    "信息工程学院",
    "马克思主义学院",
    "土木工程系",
    "公共管理学院",
    "文学院",
    "法学院",
    "教育科学研究所",
)
JOURNALS = (
    "产业经济评论", "计算机应用研究", "区域经济研究", "干旱区地理", "中国农村观察", "工程热物理学报", "图书情报工作",
    "法学研究", "教育发展研究", "北方大学学报（社会科学版）", "土木建筑工程信息技术", "中华护理学刊",
)  # fmt: skip

SUBJECTS = ("数字经济", "县域商业体系", "冬小麦水分盈亏", "无证书短签名", "乡村教育", "高校图书馆", "聚光光伏系统", "轴承故障诊断",
            "区域协同发展", "基层治理", "老年护理", "绿色金融", "城市更新", "产业链韧性", "古籍数字化", "道路交通安全")  # fmt: skip
PLACES = ("长三角", "甘肃省", "西部地区", "粤港澳大湾区", "黄河流域", "大型城市", "东北地区", "欠发达地区")
TITLE_SHAPES = (
    "{a}赋能{b}的机理与路径研究", "基于多源数据的{p}{a}评价", "{a}对{b}的影响——以{p}为例", "论{a}与{b}的协同",
    "{p}{a}时空格局及其驱动因素", "新发展格局下{a}的理论逻辑、现实困境与实践路径", "一种改进的{a}方法", "{a}研究综述",
    "从“{a}”到“{b}”：{p}的经验与启示", "{a}何以促进{b}？", "我国{a}的现状、问题及对策", "面向{b}的{a}模型构建与应用",
    "《民法典》视野下{a}的法律规制", "{p}{a}研究（2000—2020）",
)  # fmt: skip
ENGLISH_TITLES = (
    "Research on the Mechanism and Path of Digital Economy Empowering Regional Development",
    "A Robust Method for Fault Diagnosis Based on Deep Learning",
    "Spatial-temporal Pattern and Driving Factors of Winter Wheat Water Deficit",
    "On the Synergy between Urban Renewal and Green Finance",
)
WORDS = ("数字经济", "高质量发展", "产业升级", "区域协调", "深度学习", "特征提取", "遥感监测", "制度创新", "教育公平",
         "数值模拟", "传热", "阅读推广", "法律规制", "乡村振兴", "护理质量", "老龄化", "碳达峰", "故障诊断")  # fmt: skip
ENGLISH_WORDS = ("digital economy", "high-quality development", "deep learning", "feature extraction", "numerical simulation",
                 "institutional innovation", "rural revitalization", "fault diagnosis")  # fmt: skip
ENGLISH_SENTENCES = (
    "This paper studies the mechanism by which the digital economy promotes regional development.",
    "The results show that the effect is significant and robust to a range of tests.",
    "Compared with traditional methods, the proposed method improves the accuracy by 12.5%.",
    "It provides empirical evidence and policy implications for the western region.",
)
CLASSES = (
    "F127",
    "TP391.41",
    "G252.1",
    "TK123",
    "D922.29",
    "F323.8",
    "TH133.3",
    "R473.59",
    "S512.1; S161.4",
    "TP309.7",
)

SENTENCES = (
    "本文以{p}为研究对象，利用面板数据构建计量模型，检验{a}对{b}的影响。",
    "结果表明，{a}显著促进了{b}，且这一作用在{p}更为明显。",
    "近年来，随着信息技术的快速发展，{a}日益受到学界关注。",
    "在此基础上，文章进一步分析了{a}影响{b}的内在机制，并进行了稳健性检验。",
    "已有研究大多从宏观层面展开，对{p}的微观证据关注不足。",
    "因此，应当完善相关制度，加大投入力度，推动{a}与{b}深度融合。",
    "这一结论为{p}推进{b}提供了经验依据和政策参考。",
    "与传统方法相比，该方法的精度提高了12.5%，计算时间缩短了近三分之一。",
)
NEWS_SHAPES = (
    "{p}{n}个重点项目集中开工", "{p}前三季度进出口总值增长{n}%", "多部门联合发文规范{a}", "第{n}届{a}博览会在{c}开幕",
    "{c}：老街区焕发新活力", "“{a}”走进寻常百姓家", "{c}发布{a}三年行动方案", "我国成功发射遥感{n}号卫星",
    "综述：{a}为世界经济注入新动能", "专家：{p}仍有较强降雨", "{c}地铁{n}号线今日通车", "{a}，让乡村更美丽",
    "国际观察｜{a}合作前景广阔", "（经济）{p}出台措施支持{a}", "财经聚焦：{a}缘何升温？",
)  # fmt: skip
NEWS_SENTENCES = (
    "记者从有关部门获悉，今年以来{p}{a}投资保持较快增长，一批重点项目加快推进。",
    "据介绍，该项目总投资{n}亿元，预计明年年底建成投用，届时可带动就业{n}00余人。",
    "业内人士表示，{a}是推动高质量发展的重要抓手，要因地制宜、久久为功。",
    "“我们将继续优化服务，把实事办好、把好事办实。”当地有关负责人说。",
    "当天，来自{n}个国家和地区的代表参加了活动，并就{a}展开交流。",
    "截至目前，{p}已建成{a}示范点{n}个，惠及群众{n}万人次。",
    "下一步，{c}将加大政策支持力度，完善配套设施，推动{a}再上新台阶。",
)


class Words:
    """Draws words; the same seed draws the same."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def pick(self, items):  # noqa: ANN001, ANN201 - a choice among whatever is given
        return self.random.choice(items)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def person(self, *, odd: float = 0.14) -> str:
        if self.chance(odd):
            return self.pick(MINORITY) if self.chance(0.45) else self.pick(DOUBLE_SURNAMES) + self.pick(GIVEN_ONE)
        given = self.pick(GIVEN_ONE) if self.chance(0.35) else self.pick(GIVEN_TWO)
        return self.pick(SURNAMES) + given

    def people(self, low: int, high: int) -> list[str]:
        wanted = self.random.randint(low, high)
        found: list[str] = []
        while len(found) < wanted:
            name = self.person()
            if name not in found:
                found.append(name)
        return found

    def fill(self, shape: str) -> str:
        a, b = self.random.sample(SUBJECTS, 2)
        return shape.format(a=a, b=b, p=self.pick(PLACES), c=self.pick(CITIES), n=self.random.randint(3, 98))

    def title(self) -> str:
        return self.fill(self.pick(TITLE_SHAPES))

    def headline(self) -> str:
        return self.fill(self.pick(NEWS_SHAPES))

    def paragraph(self, sentences: tuple[str, ...] = SENTENCES, low: int = 3, high: int = 5) -> str:
        return "".join(self.fill(self.pick(sentences)) for _ in range(self.random.randint(low, high)))

    def place(self) -> tuple[str, str, str]:
        """City, institution with its school, postal code."""
        city, name, code = self.pick(UNIVERSITIES) if self.chance(0.7) else self.pick(INSTITUTES)
        if name.endswith("大学") and self.chance(0.8):
            name += " " * self.chance(0.5) + self.pick(SCHOOLS)
        return city, name, code

    def doi(self) -> str:
        return f"10.{self.random.randint(1000, 19999)}/j.cnki.{self.random.randint(100, 999)}.{self.random.randint(2015, 2024)}.0{self.random.randint(1, 9)}.{self.random.randint(100, 999)}"

    def day(self, year: int | None = None) -> tuple[int, int, int]:
        return year or self.random.randint(2010, 2024), self.random.randint(1, 12), self.random.randint(1, 28)
