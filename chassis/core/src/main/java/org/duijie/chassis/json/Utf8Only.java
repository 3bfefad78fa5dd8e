package org.duijie.chassis.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/**
 * Lets JSON in UTF-8 through and nothing else (RFC 8259 §8.1). Jackson alone takes over-long forms, by which {@code C0 AF}
 * passes for a slash, and guesses UTF-16 and UTF-32; every other reader of the same body would see something else.
 */
final class Utf8Only extends InputDecorator {

    private static final long serialVersionUID = 1L;

    @Override
    public InputStream decorate(IOContext context, InputStream in) {
        return new Checked(in);
    }

    @Override
    public InputStream decorate(IOContext context, byte[] bytes, int offset, int length) {
        return new Checked(new ByteArrayInputStream(bytes, offset, length));
    }

    @Override
    public Reader decorate(IOContext context, Reader characters) {
        return characters;
    }

    /** Follows the table of well-formed sequences, Unicode 3-7. */
    private static final class Checked extends FilterInputStream {

        private static final int LEAST = 0x80;
        private static final int MOST = 0xBF;

        /** How many bytes of the sequence are still to come, and between which the next must lie. */
        private int missing;

        private int least = LEAST;
        private int most = MOST;

        Checked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                check(next);
            } else {
                requireEnd();
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            for (int i = offset; i < offset + count; i++) {
                check(bytes[i] & 0xFF);
            }
            if (count < 0) {
                requireEnd();
            }
            return count;
        }

        private void check(int next) throws IOException {
            if (missing == 0) {
                begin(next);
            } else if (next < least || next > most) {
                throw malformed();
            } else {
                missing--;
                least = LEAST;
                most = MOST;
            }
        }

        private void begin(int first) throws IOException {
            if (first == 0 || (first > 0x7F && first < 0xC2) || first > 0xF4) {
                // No JSON holds a zero byte: what does is UTF-16 or UTF-32.
                throw malformed();
            }
            missing = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
            switch (first) {
                case 0xE0 -> least = 0xA0;
                case 0xED -> most = 0x9F;
                case 0xF0 -> least = 0x90;
                case 0xF4 -> most = 0x8F;
                default -> {}
            }
        }

        private void requireEnd() throws IOException {
            if (missing > 0) {
                throw malformed();
            }
        }

        private static JsonParseException malformed() {
            return new JsonParseException(null, "Not UTF-8");
        }
    }
}
