package org.duijie.project.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A file while it comes in: cut into chunks, compressed and kept beside the service, so that neither memory nor a
 * connection of the database waits for a slow sender. Nothing is judged here but the number of lines.
 */
final class Upload implements AutoCloseable, Iterable<Chunk> {

    static final int MOST_LINES = 200_000;
    static final int LONGEST_LINE = 64 * 1024;

    private static final int LINES_A_CHUNK = 1_000;
    private static final int BYTES_A_CHUNK = 4 * 1024 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Where a chunk lies in the file. */
    private record Place(int firstLine, int lines, int bytes) {}

    private final Path file;
    private final MessageDigest digest;
    private final List<Place> places = new ArrayList<>();
    private int lines;

    // The chunk that is being filled.
    private byte[] chunk = new byte[BYTES_A_CHUNK];
    private int filled;
    private int linesInChunk;
    private int lineStart;

    private Upload() throws IOException {
        this.file = Files.createTempFile("duijie-need-import-", ".chunks");
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads to the end.
     *
     * @throws org.duijie.chassis.problem.ProblemException {@link NeedImportProblem#TOO_MANY_LINES} or
     *     {@link NeedImportProblem#EMPTY}
     */
    static Upload receive(InputStream body) throws IOException {
        Upload upload = new Upload();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(upload.file));
                DataOutputStream kept = new DataOutputStream(out)) {
            upload.read(new DigestInputStream(body, upload.digest), kept);
        } catch (IOException | RuntimeException broken) {
            upload.close();
            throw broken;
        }
        if (upload.lines == 0) {
            upload.close();
            throw NeedImportProblem.EMPTY.problem();
        }
        return upload;
    }

    private void read(InputStream body, DataOutputStream kept) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        int length;
        while ((length = body.read(buffer)) >= 0) {
            for (int i = 0; i < length; i++) {
                if (buffer[i] == '\n') {
                    endLine(kept);
                } else if (filled - lineStart <= LONGEST_LINE) {
                    // One byte too many is kept to know the line by; the rest of it is not.
                    chunk[filled++] = buffer[i];
                }
            }
        }
        if (filled > lineStart) {
            endLine(kept);
        }
        endChunk(kept);
        chunk = new byte[0];
    }

    private void endLine(DataOutputStream kept) throws IOException {
        if (lines == 0) {
            dropByteOrderMark();
        }
        if (filled > lineStart && chunk[filled - 1] == '\r') {
            filled--;
        }
        chunk[filled++] = '\n';
        lineStart = filled;
        linesInChunk++;
        if (++lines > MOST_LINES) {
            throw NeedImportProblem.TOO_MANY_LINES.problem();
        }
        if (linesInChunk == LINES_A_CHUNK || filled + LONGEST_LINE + 2 > BYTES_A_CHUNK) {
            endChunk(kept);
        }
    }

    private void dropByteOrderMark() {
        boolean marked = filled >= BYTE_ORDER_MARK.length
                && java.util.Arrays.equals(
                        chunk, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        if (marked) {
            System.arraycopy(chunk, BYTE_ORDER_MARK.length, chunk, 0, filled - BYTE_ORDER_MARK.length);
            filled -= BYTE_ORDER_MARK.length;
        }
    }

    private void endChunk(DataOutputStream kept) throws IOException {
        if (linesInChunk > 0) {
            byte[] zipped = Chunk.zip(chunk, filled);
            kept.write(zipped);
            places.add(new Place(lines - linesInChunk + 1, linesInChunk, zipped.length));
        }
        filled = 0;
        lineStart = 0;
        linesInChunk = 0;
    }

    int lines() {
        return lines;
    }

    int chunks() {
        return places.size();
    }

    /** SHA-256 over all that was sent. */
    byte[] sha256() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The chunks in order, each read when it is asked for. */
    @Override
    public Iterator<Chunk> iterator() {
        Iterator<Place> next = places.iterator();
        DataInputStream in = open();
        return new Iterator<>() {
            private int number;

            @Override
            public boolean hasNext() {
                return next.hasNext();
            }

            @Override
            public Chunk next() {
                Place place = next.next();
                byte[] zipped = new byte[place.bytes()];
                try {
                    in.readFully(zipped);
                    if (!next.hasNext()) {
                        in.close();
                    }
                } catch (IOException lost) {
                    throw new UncheckedIOException(lost);
                }
                return new Chunk(number++, place.firstLine(), place.lines(), zipped);
            }
        };
    }

    private DataInputStream open() {
        try {
            return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
