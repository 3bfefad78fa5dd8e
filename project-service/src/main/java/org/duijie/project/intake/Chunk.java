package org.duijie.project.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Some lines of a file, compressed: what one transaction takes.
 *
 * @param number from 0
 * @param firstLine from 1, as people count
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried
record Chunk(int number, int firstLine, int lines, byte[] upload) {

    /** The lines without their ends. */
    List<byte[]> read() {
        byte[] text = unzip(upload);
        List<byte[]> read = new ArrayList<>(lines);
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                read.add(java.util.Arrays.copyOfRange(text, start, i));
                start = i + 1;
            }
        }
        return read;
    }

    static byte[] zip(byte[] plain, int length) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(length / 4);
        try (GZIPOutputStream zip = new FastGzip(zipped)) {
            zip.write(plain, 0, length);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }

    static byte[] unzip(byte[] zipped) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return zip.readAllBytes();
        } catch (IOException corrupt) {
            throw new UncheckedIOException(corrupt);
        }
    }

    /** Needs of one publisher are much alike: the quickest level already makes a tenth of them. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
