//! Items made of words that are as unevenly common as words are.

use fireside_core::ports::Document;

const LATIN: [&str; 48] = [
    "the",
    "app",
    "please",
    "add",
    "when",
    "export",
    "dark",
    "mode",
    "crash",
    "report",
    "button",
    "not",
    "work",
    "with",
    "open",
    "file",
    "window",
    "login",
    "screen",
    "slow",
    "message",
    "notification",
    "settings",
    "update",
    "error",
    "page",
    "search",
    "image",
    "upload",
    "download",
    "account",
    "password",
    "language",
    "calendar",
    "keyboard",
    "shortcut",
    "billing",
    "invoice",
    "sync",
    "offline",
    "battery",
    "video",
    "sound",
    "filter",
    "table",
    "column",
    "print",
    "theme",
];
const ROMANCE: [&str; 24] = [
    "la",
    "aplicación",
    "cuando",
    "abrir",
    "pantalla",
    "cerrar",
    "mensaje",
    "idioma",
    "modo",
    "oscuro",
    "exportar",
    "archivo",
    "não",
    "funciona",
    "quando",
    "abro",
    "notificação",
    "conta",
    "senha",
    "erro",
    "página",
    "botão",
    "lenta",
    "actualizar",
];
const CYRILLIC: [&str; 24] = [
    "приложение",
    "вылетает",
    "при",
    "запуске",
    "тёмная",
    "тема",
    "добавьте",
    "пожалуйста",
    "экспорт",
    "файл",
    "кнопка",
    "не",
    "работает",
    "уведомления",
    "ошибка",
    "вход",
    "пароль",
    "язык",
    "поиск",
    "страница",
    "отчёт",
    "медленно",
    "обновление",
    "настройки",
];
const CHINESE: &str = "的应用启动时闪退请修复添加深色模式导出报告按钮不能工作打开文件窗口登录屏幕慢消息通知设置更新错误页面搜索图片上传下载账户密码语言日历键盘快捷账单发票同步离线电池视频声音过滤表格打印主题";
const ENDINGS: [&str; 8] = ["", "s", "ing", "ed", "er", "en", "ly", "ness"];
const SYLLABLES: [&str; 24] = [
    "ka", "lo", "mi", "ren", "sto", "vel", "tra", "qui", "zan", "por", "del", "nim", "fex", "gor", "hul",
    "jas", "bri", "cha", "dwo", "eph", "lyn", "oss", "ump", "yet",
];
const STATUSES: [&str; 8] = ["open", "open", "open", "planned", "started", "shipped", "declined", "review"];
const KINDS: [&str; 4] = ["bug", "idea", "praise", "question"];

/// Writes items, always the same.
pub(crate) struct Writer(u64);

impl Writer {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub(crate) fn number(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end.max(1)
    }

    /// A number below `end`, the small ones far more often.
    fn common(&mut self, end: usize) -> usize {
        let end = end as u64;
        let mut bound = end;
        for _ in 0..2 {
            bound = self.number(bound) + 1;
        }
        usize::try_from(bound - 1).unwrap_or_default()
    }

    pub(crate) fn title(&mut self) -> String {
        let (language, words) = (self.number(10), 4 + self.number(6));
        self.words(language, words)
    }

    pub(crate) fn document(&mut self, number: u64) -> Document {
        let (language, words) = (self.number(10), 8 + self.number(52));
        let terms = vec![
            format!("kind:{}", KINDS[self.common(KINDS.len())]),
            format!("status:{}", STATUSES[self.common(STATUSES.len())]),
            format!("area:{}", self.number(12)),
        ];
        let voices = self.common(5000) as u64 / 50;
        let title = 4 + self.number(6);
        Document {
            title: self.words(language, title),
            body: self.words(language, words),
            terms,
            ranks: [voices, number, voices * 1000 + number % 1000],
        }
    }

    fn words(&mut self, language: u64, count: u64) -> String {
        let words: Vec<String> = (0..count).map(|_| self.word(language)).collect();
        words.join(if language == 9 { "" } else { " " })
    }

    fn word(&mut self, language: u64) -> String {
        // One word in five is rare: a name, a product, a slip of the pen.
        if self.number(5) == 0 {
            let count = 2 + self.number(3);
            let rare = (0..count).map(|_| SYLLABLES[self.common(SYLLABLES.len())]);
            return rare.collect();
        }
        match language {
            0..6 => LATIN[self.common(LATIN.len())].to_owned() + ENDINGS[self.common(ENDINGS.len())],
            6..8 => ROMANCE[self.common(ROMANCE.len())].to_owned(),
            8 => CYRILLIC[self.common(CYRILLIC.len())].to_owned(),
            _ => {
                let characters: Vec<char> = CHINESE.chars().collect();
                (0..2).map(|_| characters[self.common(characters.len())]).collect()
            }
        }
    }
}
