package org.duijie.project.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * A file as it is kept. Whatever it is called, it is what its content is: it is read as that, and written anew without
 * the place, the time, the camera, the author and whatever else came along behind the picture. The same file always comes
 * out the same.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried
record CleanFile(Type type, byte[] content) {

    private static final long MOST_PIXELS = 40_000_000;
    private static final float QUALITY = 0.9f;

    enum Type {
        JPEG("image/jpeg", "ffd8ff"),
        PNG("image/png", "89504e470d0a1a0a"),
        PDF("application/pdf", "255044462d");

        private final String mediaType;
        /** The first bytes, in hexadecimal digits. */
        private final String beginning;

        Type(String mediaType, String beginning) {
            this.mediaType = mediaType;
            this.beginning = beginning;
        }

        String mediaType() {
            return mediaType;
        }

        private boolean begins(byte[] bytes) {
            int length = Math.min(bytes.length, beginning.length() / 2);
            return HexFormat.of().formatHex(bytes, 0, length).equals(beginning);
        }
    }

    /**
     * @param mediaType what the sender says that it is; parameters such as a character set count for nothing
     * @throws org.duijie.chassis.problem.ProblemException {@link EvidenceProblem#UNREADABLE} or
     *     {@link EvidenceProblem#TOO_LARGE}
     */
    static CleanFile of(byte[] received, String mediaType) {
        String said = mediaType.replaceFirst("\\s*;.*$", "").toLowerCase(Locale.ROOT);
        Type type = Arrays.stream(Type.values())
                .filter(one -> one.mediaType().equals(said) && one.begins(received))
                .findFirst()
                .orElseThrow(EvidenceProblem.UNREADABLE::problem);
        try {
            return new CleanFile(type, type == Type.PDF ? document(received) : picture(received, type));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            // Decoders fail in many ways over what was made to break them.
            throw EvidenceProblem.UNREADABLE.problem();
        }
    }

    private static byte[] picture(byte[] received, Type type) throws IOException {
        String format = type.name().toLowerCase(Locale.ROOT);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(received))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
            ImageReader reader = readers.next();
            try {
                // The second says that metadata are left alone.
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw EvidenceProblem.TOO_LARGE.problem();
                }
                return written(reader.read(0), format);
            } finally {
                reader.dispose();
            }
        }
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] document(byte[] received) throws IOException {
        try (PDDocument document = Loader.loadPDF(received)) {
            if (document.isEncrypted() || document.getNumberOfPages() == 0) {
                throw EvidenceProblem.UNREADABLE.problem();
            }
            document.setDocumentInformation(new PDDocumentInformation());
            document.getDocumentCatalog().setMetadata(null);
            document.getDocumentCatalog().setOpenAction(null);
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.getPDFName("AA"));
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.NAMES);
            // From the content, so that the same file comes out the same.
            document.setDocumentId((long) Arrays.hashCode(received));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
