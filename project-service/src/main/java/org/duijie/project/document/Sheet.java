package org.duijie.project.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;

/**
 * Pages of A4 that fill from the top. Chinese stands in a font of which only the characters used are embedded; letters and
 * digits, which that font does not have, in one that every reader has.
 */
final class Sheet implements AutoCloseable {

    private static final String FONT = "/font/DroidSansFallbackFull.ttf";
    private static final float MARGIN = 60;
    private static final float LEADING = 1.6f;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private final PDDocument document = new PDDocument();
    private final PDFont latin = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private final PDFont chinese;
    private PDPage page = new PDPage(PDRectangle.A4);
    private PDPageContentStream content;
    private float y;

    Sheet(String title) throws IOException {
        try (InputStream file = Objects.requireNonNull(Sheet.class.getResourceAsStream(FONT))) {
            chinese = PDType0Font.load(document, file, true);
        }
        document.getDocumentInformation().setTitle(title);
        content = begin();
    }

    private PDPageContentStream begin() throws IOException {
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    void centred(String text, float size) throws IOException {
        line(text, size, MARGIN + (WIDTH - width(text, size)) / 2);
    }

    /** As many lines as it takes. */
    void paragraph(String text, float size) throws IOException {
        for (String line : wrapped(text, size, WIDTH)) {
            line(line, size, MARGIN);
        }
    }

    void space(float height) {
        y -= height;
    }

    /** One row of a table; cells are as wide as they are told, in parts of the line. */
    void row(List<String> cells, List<Integer> widths, float size) throws IOException {
        int parts = widths.stream().mapToInt(Integer::intValue).sum();
        List<List<String>> columns = new ArrayList<>();
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            columns.add(wrapped(cells.get(i), size, WIDTH * widths.get(i) / parts - size));
            lines = Math.max(lines, columns.get(i).size());
        }
        float height = lines * size * LEADING + size * 0.6f;
        require(height);
        float x = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            float width = WIDTH * widths.get(i) / parts;
            content.addRect(x, y - height, width, height);
            content.stroke();
            float top = y;
            for (String line : columns.get(i)) {
                top -= size * LEADING;
                show(line, size, x + size / 2, top + size * 0.2f);
            }
            x += width;
        }
        y -= height;
    }

    /** A line that opens an address. */
    void link(String uri, float size) throws IOException {
        for (String line : wrapped(uri, size, WIDTH)) {
            line(line, size, MARGIN);
            PDActionURI action = new PDActionURI();
            action.setURI(uri);
            PDAnnotationLink link = new PDAnnotationLink();
            link.setRectangle(new PDRectangle(MARGIN, y - size * 0.3f, width(line, size), size * 1.3f));
            link.setAction(action);
            link.setPrinted(false);
            link.setBorderStyle(noFrame());
            page.getAnnotations().add(link);
        }
    }

    private static PDBorderStyleDictionary noFrame() {
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        return none;
    }

    private void line(String text, float size, float x) throws IOException {
        require(size * LEADING);
        y -= size * LEADING;
        show(text, size, x, y);
    }

    private void require(float height) throws IOException {
        if (y - height < MARGIN) {
            content.close();
            content = begin();
        }
    }

    private void show(String text, float size, float x, float at) throws IOException {
        content.beginText();
        content.newLineAtOffset(x, at);
        for (Run run : runs(text)) {
            content.setFont(run.font(), size);
            content.showText(run.text());
        }
        content.endText();
    }

    /** Characters of one font. */
    private record Run(PDFont font, String text) {}

    private List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        for (int point : text.codePoints().toArray()) {
            Run next = run(Character.toString(point));
            if (!runs.isEmpty() && runs.getLast().font().equals(next.font())) {
                next = new Run(next.font(), runs.removeLast().text() + next.text());
            }
            runs.add(next);
        }
        return runs;
    }

    /** What no font has a picture of is shown as a question mark, never left out. */
    private Run run(String character) {
        return List.of(latin, chinese).stream()
                .filter(font -> has(font, character))
                .findFirst()
                .map(font -> new Run(font, character))
                .orElseGet(() -> new Run(latin, "?"));
    }

    private static boolean has(PDFont font, String character) {
        try {
            font.encode(character);
            return true;
        } catch (IOException | IllegalArgumentException unknown) {
            return false;
        }
    }

    private float width(String text, float size) throws IOException {
        float width = 0;
        for (Run run : runs(text)) {
            width += run.font().getStringWidth(run.text()) / 1000 * size;
        }
        return width;
    }

    /** Chinese may break anywhere. */
    private List<String> wrapped(String text, float size, float most) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String given : text.lines().toList()) {
            StringBuilder line = new StringBuilder();
            for (int point : given.codePoints().toArray()) {
                String one = Character.toString(point).replace('\t', ' ');
                if (width(line + one, size) > most && !line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(one);
            }
            lines.add(line.toString());
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    byte[] bytes() throws IOException {
        content.close();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
