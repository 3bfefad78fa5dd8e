package org.duijie.chassis.testing.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Bodies that are broken as JSON, made from one that works: whatever is wrong stands in the place of a value that would
 * have been taken, so that nothing else is the reason for a refusal.
 */
final class MalformedJson {

    private static final String HOLE = "\"@hole@\"";
    private static final int DEEP = 100_000;

    private final String whole;
    private final String before;
    private final String after;
    private final List<HostileBody> bodies = new ArrayList<>();

    private MalformedJson(ObjectNode working) {
        String member = working.fieldNames().next();
        String holed = working.deepCopy().put(member, "@hole@").toString();
        this.whole = working.toString();
        this.before = holed.substring(0, holed.indexOf(HOLE));
        this.after = holed.substring(holed.indexOf(HOLE) + HOLE.length());
    }

    /** @param working a body that the operation takes */
    static List<HostileBody> of(ObjectNode working) {
        MalformedJson made = new MalformedJson(working);
        made.badNumbers();
        made.badLiterals();
        made.badEscapes();
        made.badCharacters();
        made.badBytes();
        made.badLists();
        made.badObjects();
        made.otherLanguages();
        made.badDocuments();
        made.cutDocuments();
        made.deepDocuments();
        made.otherEncodings();
        made.oddValues();
        return List.copyOf(made.bodies);
    }

    private void badNumbers() {
        values(
                "number",
                "01 -01 00 +1 ++1 --1 - + .5 -.5 . 1. 1.e1 1.2.3 1e 1e+ 1e- 1E 1.0e 1e1.5 e1 1ee1 1e+-1 0x1F 0x 1x -0x1"
                        + " 0b11 0o17 1_000 1,000 1'000 1L 1f 1d 1n 1m 1% $1 ¥1 １２ ٣ 1/2 -Infinity Infinity NaN -NaN Inf"
                        + " 1e+ 0e 0e+ 9.a 0.3. -2. 2.e+3 2.e-3 000");
        value("number with a space after its sign", "- 1");
        value("number with a space inside", "1 000");
        value("number and a letter of another width", "1\u00A0");
    }

    private void badLiterals() {
        values(
                "literal",
                "tru trueish truefalse True TRUE tRUE fals False FALSE nul nulll Null NULL nil None undefined yes no on off"
                        + " t f n truе null\u0000");
    }

    private void badEscapes() {
        values(
                "escape",
                "\"\\x41\" \"\\u\" \"\\u1\" \"\\u12\" \"\\u123\" \"\\uZZZZ\" \"\\u12G4\" \"\\u 041\" \"\\u{41}\" \"\\U0041\""
                        + " \"\\u+041\" \"\\0\" \"\\1\" \"\\a\" \"\\v\" \"\\e\" \"\\'\" \"\\`\" \"\\N\" \"\\T\" \"\\-\" \"\\é\""
                        + " \"\\中\" \"\\🌏\" \"\\\" \"\\\\\\\" \"\\u００4１\" \"\\uD83D\\u\" \"\\uD83D\\x\" \"\\ud83\" \"\\u-001\"");
        value("escaped line end", "\"\\\n\"");
        value("escaped blank", "\"\\ \"");
        value("escape outside of a string", "\\u0041");
        value("escaped quotation mark around", "\\\"x\\\"");
    }

    private void badCharacters() {
        for (int control = 0; control < 0x20; control++) {
            value("U+%04X unescaped in a string".formatted(control), "\"书" + (char) control + "架\"");
        }
        for (int blank : new int[] {0x0B, 0x0C, 0x85, 0xA0, 0x2028, 0x2029, 0x200B, 0x3000, 0xFEFF, 0x2060, 0x1680}) {
            value("U+%04X for a blank".formatted(blank), (char) blank + "\"书\"");
        }
        for (String quotation : List.of("'", "`", "“", "”", "‘", "«", "「", "＂", "´", "\u0000")) {
            value("quoted by " + quotation, quotation + "书" + quotation);
        }
        values("string", "\" \"书 书\" \"书\"\" \"\"书\" \"\"\"书\"\"\" \"书\"\"架\" 书 @书 \"书\"; \"书\":");
    }

    /** RFC 3629: over-long forms, halves of pairs, ends and beginnings alone, bytes that never occur. */
    private void badBytes() {
        for (String hex : List.of(
                "80",
                "BF",
                "C0",
                "C1",
                "C080",
                "C0AF",
                "C0A2",
                "E080AF",
                "F08080AF",
                "F8808080AF",
                "FC80808080AF",
                "E0809F",
                "F080808A",
                "C3",
                "C328",
                "A0A1",
                "E2",
                "E282",
                "E228A1",
                "E28228",
                "F0",
                "F09F",
                "F09F8C",
                "F0288CBC",
                "F0908CBC80",
                "F5808080",
                "F4908080",
                "F7BFBFBF",
                "F888808080",
                "FE",
                "FF",
                "FEFF",
                "FFFE",
                "EDA080",
                "EDBFBF",
                "EDA0BDEDB88D",
                "EDAFBF",
                "E9",
                "B5D8C1E9",
                "81308130")) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            bodies.add(new HostileBody("bytes " + hex + " in a string", around(quoted(bytes)), true));
        }
        bodies.add(new HostileBody("byte FF for a value", around(new byte[] {(byte) 0xFF}), true));
        bodies.add(new HostileBody("byte A0 after a number", around(new byte[] {'1', (byte) 0xA0}), true));
    }

    private void badLists() {
        values(
                "list",
                "[ ] [1 1] [,] [1,] [,1] [1,,2] [1;2] [1:2] [\"a\":1] [1,2}} [[1,2] [1]] [1,] [\"a\",] [\"a\" [1,2,,] [*] [x]"
                        + " [\"a\",\"b\" [-] [+1] [1,#2] [true,] [<null>] [...] [1..2] (1,2) <1> [\"\"],");
        value("list without a comma", "[1 2]");
        value("list with a line end for a comma", "[1\n2]");
        value("list with a full-width comma", "[1，2]");
    }

    private void badObjects() {
        values(
                "object",
                "{ } {\"a\"} {\"a\":} {:1} {\"a\":1,} {,\"a\":1} {\"a\":1,,\"b\":2} {\"a\"::1} {\"a\"=1} {\"a\"=>1} {\"a\",1}"
                        + " {a:1} {'a':1} {1:1} {null:1} {true:1} {[]:1} {{}:1} {\"a\":1;\"b\":2} {\"a\":1]] {\"a\":1}}"
                        + " {\"a\":{\"b\":1} {\"a\":\"b\"c} {\"a\":1\"b\":2} {\"a\":b} {\"a\"：1} {\"a\":1}# {\"a\":/**/1} {\"a\":1}/*x*/"
                        + " {\"\\x\":1} {\"\\u00\":1} {\"a\":[}] {\"a\":1|\"b\":2} {...} {\"a\":...} {?} {/} {\\}");
        value("object without a comma", "{\"a\":1 \"b\":2}");
        value("object without a colon", "{\"a\" 1}");
        value("name with a line end", "{\"a\nb\":1}");
        bodies.add(HostileBody.broken(
                "a name said twice", whole.substring(0, whole.length() - 1) + "," + whole.substring(1)));
    }

    private void otherLanguages() {
        values(
                "expression",
                "/**/ // # ; \"a\"+\"b\" 1+1 (1) f() `x` b\"x\" u'x' @x $x ${x} {{x}} <x/> <!--x--> &x; !!str *x --- ~ :x"
                        + " Object() [].x x[0] function(){} ()=>1 /x/g 1<2 'x'");
        value("comment before the value", "/* 书 */ \"书\"");
        value("comment after the value", "\"书\" // 书\n");
        bodies.add(HostileBody.broken("XML", "<?xml version=\"1.0\"?><need><title>书</title></need>"));
        bodies.add(HostileBody.broken(
                "XML that looks elsewhere",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><need>&e;</need>"));
        bodies.add(HostileBody.broken("a form", "title=%E4%B9%A6&status=PUBLISHED"));
        bodies.add(HostileBody.broken("YAML", "title: 书\nstatus: PUBLISHED\n"));
        bodies.add(HostileBody.broken("YAML that grows", "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n"));
        bodies.add(HostileBody.broken("CSV", "title,status\r\n书,PUBLISHED\r\n"));
        bodies.add(HostileBody.broken(
                "a multipart", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--"));
        bodies.add(HostileBody.broken("JSON with padding", "callback(" + whole + ")"));
        bodies.add(HostileBody.broken("JSON behind a guard", ")]}',\n" + whole));
    }

    private void badDocuments() {
        Map<String, String> documents = Map.ofEntries(
                Map.entry("nothing but blanks", " \t\r\n "),
                Map.entry("a blank of another kind", "\u000B" + whole),
                Map.entry("a zero byte alone", "\u0000"),
                Map.entry("a zero byte before", "\u0000" + whole),
                Map.entry("a zero byte behind", whole + "\u0000"),
                Map.entry("two documents", whole + whole),
                Map.entry("two documents in two lines", whole + "\n" + whole),
                Map.entry("a record separator before", "\u001E" + whole),
                Map.entry("a comma behind", whole + ","),
                Map.entry("a comma before", "," + whole),
                Map.entry("a brace behind", whole + "}"),
                Map.entry("a bracket behind", whole + "]"),
                Map.entry("a brace before", "{" + whole),
                Map.entry("a bracket before", "[" + whole),
                Map.entry("null behind", whole + " null"),
                Map.entry("a letter behind", whole + "x"),
                Map.entry("a letter before", "x" + whole),
                Map.entry("a comment behind", whole + " // x"),
                Map.entry("a comment before", "/* x */" + whole),
                Map.entry("a quotation mark behind", whole + "\""),
                Map.entry("its braces alone", "}{"),
                Map.entry("one brace", "{"),
                Map.entry("one bracket", "["),
                Map.entry("one quotation mark", "\""),
                Map.entry("a list", "[" + whole + "]"),
                Map.entry("a document in a string", "\"" + whole.replace("\"", "\\\"") + "\""),
                Map.entry("a string", "\"书\""),
                Map.entry("a number", "1"),
                Map.entry("true", "true"),
                Map.entry("an empty list", "[]"),
                Map.entry("a comma for its last brace", whole.substring(0, whole.length() - 1) + ",}"),
                Map.entry("a bracket for its last brace", whole.substring(0, whole.length() - 1) + "]"),
                Map.entry("a byte order mark twice", "\uFEFF\uFEFF" + whole),
                Map.entry("a byte order mark behind", whole + "\uFEFF"));
        documents.forEach((name, text) -> bodies.add(HostileBody.broken(name, text)));
    }

    /** Cut in every place of the first forty, and in forty more places of the rest. */
    private void cutDocuments() {
        int step = Math.max(1, (whole.length() - 40) / 40);
        for (int at = 1; at < whole.length(); at += at < 40 ? 1 : step) {
            bodies.add(HostileBody.broken("cut after " + at, whole.substring(0, at)));
        }
    }

    private void deepDocuments() {
        bodies.add(HostileBody.broken("lists that never close", "[".repeat(DEEP)));
        bodies.add(HostileBody.broken("objects that never close", "{\"a\":".repeat(DEEP)));
        bodies.add(HostileBody.broken("both in turn", "[{\"a\":".repeat(DEEP / 2)));
        bodies.add(HostileBody.broken("closed that were never opened", "]".repeat(DEEP)));
        value("deep lists for a value", "[".repeat(DEEP) + "]".repeat(DEEP));
        value("deep objects for a value", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));
        value("a number of many digits", "-" + "9".repeat(DEEP));
        value("a fraction of many digits", "0." + "3".repeat(DEEP));
        value("a name of many letters", "{\"" + "a".repeat(DEEP) + "\":1}");
    }

    private void otherEncodings() {
        Map<String, Charset> charsets = Map.of(
                "UTF-16LE",
                UTF_16LE,
                "UTF-16BE",
                UTF_16BE,
                "UTF-32LE",
                Charset.forName("UTF-32LE"),
                "UTF-32BE",
                Charset.forName("UTF-32BE"));
        charsets.forEach((name, charset) -> {
            bodies.add(HostileBody.odd(name, whole, charset));
            bodies.add(HostileBody.odd(name + " with its mark", "\uFEFF" + whole, charset));
        });
        bodies.add(HostileBody.odd("a byte order mark", "\uFEFF" + whole));
        bodies.add(HostileBody.odd("ISO 8859-1", before + "\"é\"" + after, ISO_8859_1));
        bodies.add(HostileBody.odd("GB 18030", before + "\"书\"" + after, Charset.forName("GB18030")));
        bodies.add(HostileBody.odd("Shift JIS", before + "\"ソ\"" + after, Charset.forName("Shift_JIS")));
    }

    /** JSON by the grammar; what it stands for is another matter. */
    private void oddValues() {
        for (String value : List.of(
                "\"\\uD800\"",
                "\"\\uDFFF\"",
                "\"\\uDC00\\uD800\"",
                "\"\\uD83D\"",
                "\"a\\uD83Db\"",
                "\"\\uD83D\\uD83D\"",
                "\"\\u0000\"",
                "\"\\uFFFF\"",
                "\"\\uFFFE\"",
                "\"\\uFEFF\"",
                "\"\\uDBFF\\uDFFE\"",
                "1e400",
                "-1e400",
                "1e-400",
                "1e999999999",
                "-1e-999999999",
                "0e999999999999",
                "123123123123123123123123123123",
                "9223372036854775808",
                "-9223372036854775809",
                "1.7976931348623159e308",
                "-0",
                "-0.0",
                "0.1e1",
                "1E+2",
                "null",
                "true",
                "\"\"",
                "[]",
                "{}",
                "[[[[[[]]]]]]",
                "{\"__proto__\":{}}",
                "{\"\":0}",
                "{\"a\":1,\"a\":2}",
                "[null]",
                "[1e400]")) {
            bodies.add(HostileBody.odd("odd value " + value, before + value + after));
        }
        bodies.add(HostileBody.odd("null", "null"));
        bodies.add(HostileBody.odd("an empty object", "{}"));
        bodies.add(HostileBody.odd("nothing", ""));
    }

    /** One body for each of these values, which stand apart by blanks. */
    private void values(String kind, String apart) {
        for (String value : apart.split(" +", -1)) {
            value(kind + " " + value, value);
        }
    }

    private void value(String name, String raw) {
        bodies.add(HostileBody.broken(name, before + raw + after));
    }

    private static byte[] quoted(byte[] bytes) {
        byte[] quoted = new byte[bytes.length + 2];
        quoted[0] = '"';
        System.arraycopy(bytes, 0, quoted, 1, bytes.length);
        quoted[quoted.length - 1] = '"';
        return quoted;
    }

    private byte[] around(byte[] raw) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(before.getBytes(UTF_8));
        body.writeBytes(raw);
        body.writeBytes(after.getBytes(UTF_8));
        return body.toByteArray();
    }
}
