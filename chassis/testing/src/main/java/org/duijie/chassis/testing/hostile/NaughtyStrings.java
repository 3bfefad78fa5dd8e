package org.duijie.chassis.testing.hostile;

import java.util.ArrayList;
import java.util.List;

/** Strings that somebody's program once broke over, or was broken into with. */
final class NaughtyStrings {

    private NaughtyStrings() {}

    static List<String> all() {
        List<String> all = new ArrayList<>();
        all.addAll(scripts());
        all.addAll(invisible());
        all.addAll(injections());
        all.addAll(words());
        all.addAll(lengths());
        return List.copyOf(all);
    }

    private static List<String> scripts() {
        return List.of(
                "张北县图书角",
                "張北縣圖書角",
                "\uD842\uDFB7野家 𠮷 𡈽",
                "ⅷ①㈱㍿",
                "ﾊﾝｶｸ ｶﾀｶﾅ",
                "ཞབས་ཏོག",
                "ئۇيغۇرچە كىتاب",
                "ᠮᠣᠩᠭᠣᠯ ᠨᠣᠮ",
                "ꆈꌠꁱꂷ",
                "ᥖᥭᥰ ᥘᥫᥴ",
                "हिन्दी किताब",
                "Ελληνικά",
                "Zażółć gęślą jaźń",
                "İıŞşĞğ",
                "ß ẞ ﬁ ﬀ ĳ",
                "مرحبا بالعالم",
                "שלום עולם",
                "สวัสดี",
                "👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈",
                "🇨🇳🇺🇳",
                "e\u0301 é Å Å ô\u0323",
                "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
                "𝕳𝖊𝖑𝖑𝖔 ℋℯ𝓁𝓁ℴ",
                "ｆｕｌｌ　ｗｉｄｔｈ",
                "¯\\_(ツ)_/¯",
                "田中さんにあげて下さい",
                "사회과학원 어학연구소",
                "𐐜 𐐔𐐇𐐝𐐀",
                "１３８");
    }

    private static List<String> invisible() {
        List<String> strings = new ArrayList<>();
        for (int point : new int[] {
            0x00, 0x01, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xA0, 0xAD, 0x34F,
            0x61C, 0x115F, 0x1160, 0x17B4, 0x180E, 0x2000, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029,
            0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0x206A, 0x2800, 0x3000,
            0x3164, 0xFDD0, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFA, 0xFFFC, 0xFFFD, 0xFFFE, 0xFFFF, 0x1D173, 0x1FFFE,
            0xE0001, 0xE0041, 0xF0000, 0x10FFFF
        }) {
            strings.add("书" + Character.toString(point) + "架");
        }
        strings.add("\u202Egnp.exe");
        strings.add("a\r\nb");
        return strings;
    }

    private static List<String> injections() {
        return List.of(
                "' or '1'='1",
                "'; drop table need; --",
                "1; select pg_sleep(10)",
                "') or 1=1 --",
                "' union select version() --",
                "\\'; --",
                "%' and 1=1 and '%'='",
                "x' || pg_sleep(5) || '",
                "$$ ; select 1 ; $$",
                "100%_ like",
                "\"; \"",
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "javascript:alert(1)",
                "\"><b>",
                "&lt;b&gt; &amp; &#x27;",
                "]]><x/>",
                "<!--",
                "--><b>",
                "{{7*7}}",
                "${7*7}",
                "#{7*7}",
                "<%= 7*7 %>",
                "${jndi:ldap://127.0.0.1/a}",
                "${env:HOME}",
                "%s %d %n %x",
                "{0} {1}",
                "../../../../etc/passwd",
                "..\\..\\x",
                "/etc/passwd",
                "file:///etc/passwd",
                "C:\\CON",
                "http://169.254.169.254/",
                "; ls -la",
                "| cat /etc/passwd",
                "`id`",
                "$(id)",
                "&& id",
                "a\\u0000b",
                "\\x00",
                "%00",
                "%0d%0aSet-Cookie:%20a=b",
                "x\r\nSet-Cookie: a=b",
                "x\nERROR forged line of a log",
                "\u001B[31mred\u001B[0m",
                "=1+1",
                "=HYPERLINK(\"http://x\",\"y\")",
                "+1",
                "-1+2",
                "@SUM(1)",
                "＝1+1",
                "=cmd|' /C calc'!A0",
                "*)(uid=*))(|(uid=*",
                "' or count(/*)=1 or 'a'='b",
                "{\"$gt\":\"\"}",
                "[object Object]",
                "!!python/object:os.system",
                "O:8:\"stdClass\":0:{}");
    }

    private static List<String> words() {
        return List.of(
                "null",
                "NULL",
                "undefined",
                "NaN",
                "true",
                "false",
                "None",
                "nil",
                "Infinity",
                "-1",
                "0",
                "1e9",
                "0x1F",
                "1,000",
                "00:00",
                "2018-02-30",
                "9999-12-31T23:59:60Z",
                "__proto__",
                "constructor",
                "toString",
                "hasOwnProperty",
                "then",
                "CON",
                "PRN",
                "AUX",
                "COM1",
                "LPT1",
                "nul",
                ".",
                "..",
                "/",
                "\\",
                ";",
                "?",
                "#",
                "%",
                "+",
                "&",
                "admin",
                "root",
                "system",
                "LEADING_GROUP",
                "PUBLISHED",
                "id",
                "version",
                "Scunthorpe",
                "'",
                "\"",
                "''",
                "“引号”",
                "a,b",
                "a;b",
                "a\tb");
    }

    private static List<String> lengths() {
        return List.of(
                "",
                " ",
                "   ",
                " 前后有空格 ",
                "书".repeat(99),
                "书".repeat(100),
                "书".repeat(101),
                "书".repeat(2_001),
                "x".repeat(10_001),
                "x".repeat(70_000),
                "👍".repeat(60),
                "e" + "\u0301".repeat(500),
                "\n".repeat(300),
                "a ".repeat(3_000));
    }
}
