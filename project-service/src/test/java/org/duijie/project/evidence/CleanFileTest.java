package org.duijie.project.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.duijie.project.project.ProjectSteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanFileTest {

    private static byte[] picture(String format) throws IOException {
        BufferedImage picture = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 4, 0xFF8800);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    /** As a telephone writes it: the place and the camera stand in a segment before the picture. */
    private static byte[] withPlace(byte[] jpeg) {
        byte[] exif = "Exif\0\0GPS 41.1518 N 114.7199 E".getBytes(ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(0xFF);
        bytes.write(0xE1);
        bytes.write(0);
        bytes.write(exif.length + 2);
        bytes.writeBytes(exif);
        bytes.write(jpeg, 2, jpeg.length - 2);
        bytes.writeBytes("<script>behind the picture</script>".getBytes(US_ASCII));
        return bytes.toByteArray();
    }

    @Test
    void keepsThePictureAndForgetsThePlace() throws IOException {
        byte[] received = withPlace(picture("jpeg"));
        assertThat(new String(received, ISO_8859_1)).contains("GPS", "script");

        CleanFile clean = CleanFile.of(received, "image/jpeg");

        assertThat(new String(clean.content(), ISO_8859_1)).doesNotContain("GPS", "Exif", "script");
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(clean.content()));
        assertThat(kept.getWidth()).isEqualTo(20);
        assertThat(CleanFile.of(received, "image/jpeg").content()).isEqualTo(clean.content());
    }

    @Test
    void keepsEachPixelOfADrawing() throws IOException {
        CleanFile clean = CleanFile.of(picture("png"), "image/png");

        assertThat(ImageIO.read(new ByteArrayInputStream(clean.content())).getRGB(3, 4) & 0xFFFFFF)
                .isEqualTo(0xFF8800);
    }

    @Test
    void takesADocumentWithoutItsAuthor() {
        byte[] received = ProjectSteps.DOCUMENT
                .replace("trailer<<", "4 0 obj<</Author(Li Si)/Producer(WPS)>>endobj\ntrailer<</Info 4 0 R")
                .getBytes(US_ASCII);

        CleanFile clean = CleanFile.of(received, "application/pdf");

        assertThat(new String(clean.content(), ISO_8859_1)).startsWith("%PDF-").doesNotContain("Li Si");
        assertThat(CleanFile.of(received, "application/pdf").content()).isEqualTo(clean.content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "image/png", "application/pdf", "text/html", "image/svg+xml"})
    void goesByTheContentNotByTheName(String mediaType) {
        assertThatThrownBy(() -> CleanFile.of("<html>".getBytes(US_ASCII), mediaType))
                .hasMessageContaining("evidence-unreadable");
        assertThatThrownBy(() -> CleanFile.of(new byte[0], mediaType)).hasMessageContaining("evidence-unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void refusesWhatIsBroken(String format) throws IOException {
        byte[] whole = picture(format);
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 4);

        assertThatThrownBy(() -> CleanFile.of(half, "image/" + format)).hasMessageContaining("evidence-unreadable");
    }
}
