package org.duijie.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the bytes of a head for what the decoder mends in silence, while another party on the way may have read it
 * otherwise and seen a request of its own in it: a header folded over two lines, and a length said in both ways.
 */
final class HeadScan implements ByteProcessor {

    private static final byte[] LENGTH = "content-length".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CODING = "transfer-encoding".getBytes(StandardCharsets.US_ASCII);

    private final byte[] name = new byte[CODING.length];
    private int column;
    private boolean afterFirstLine;
    private boolean over;
    private boolean folded;
    private boolean saysLength;
    private boolean saysCoding;

    /**
     * Goes on where the bytes before ended.
     *
     * @return how many of the bytes belong to the head
     */
    int read(ByteBuf bytes) {
        int last = over ? bytes.readerIndex() - 1 : bytes.forEachByte(this);
        return last < 0 ? bytes.readableBytes() : last + 1 - bytes.readerIndex();
    }

    /** Is the head not to be trusted? */
    boolean isSuspect() {
        return folded || (saysLength && saysCoding);
    }

    /** Has all of the head been read? */
    boolean isOver() {
        return over;
    }

    void begin() {
        column = 0;
        afterFirstLine = false;
        over = false;
        saysLength = false;
        saysCoding = false;
    }

    @Override
    public boolean process(byte next) {
        switch (next) {
            case '\n' -> endLine();
            case '\r' -> {}
            case ' ', '\t' -> {
                folded = column == 0 && afterFirstLine;
                column++;
            }
            case ':' -> {
                endName();
                column = Math.max(column, name.length) + 1;
            }
            default -> {
                if (column < name.length) {
                    name[column] = lower(next);
                }
                column++;
            }
        }
        return !over && !folded;
    }

    private void endLine() {
        // Empty lines before a request belong to nothing.
        over = column == 0 && afterFirstLine;
        afterFirstLine |= column > 0;
        column = 0;
    }

    private void endName() {
        saysLength |= isNamed(LENGTH);
        saysCoding |= isNamed(CODING);
    }

    private boolean isNamed(byte[] header) {
        return column == header.length && Arrays.equals(name, 0, column, header, 0, column);
    }

    private static byte lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + ('a' - 'A')) : letter;
    }
}
