package org.duijie.matching.match.index;

import java.util.Arrays;

/**
 * A list in the order of impact: who has the same effect on a score stands together, by id. The list is cut into blocks,
 * and of each block something is told that holds for everybody in it. The order only makes that sharp; answers do not
 * rest on it.
 *
 * @param <B> the blocks
 */
abstract class Postings<B extends Block> {

    /** What a list takes in memory besides its blocks. */
    static final int BYTES = 96;

    /** What a list keeps of a block besides the block. */
    private static final int BESIDES = Integer.BYTES + 2 * Long.BYTES;

    /** What the list is of. */
    final int resource;

    private B[] blocks;

    /** By block, the place of its first entry in the order of impact, and the head of the block. */
    private long[] told = {};

    Postings(int resource, B[] none) {
        this.resource = resource;
        this.blocks = none;
    }

    /** What stands beside an entry in this list. */
    abstract long word(int ordinal);

    /** The place of an entry in the order of impact; entries with the same are ordered by id. */
    abstract long place(int ordinal, long word);

    /** What is told of a block with this entry alone. */
    abstract long head(long word);

    /** What is told of a block with one more entry. */
    abstract long join(long head, long word);

    abstract int compareIds(int one, int other);

    abstract B empty(int room);

    /** Is told by how much the memory has grown that the blocks take. */
    abstract void grew(long bytes);

    /** Has the block itself cover an entry. */
    void cover(B block, int ordinal, long word) {}

    final int blocks() {
        return blocks.length;
    }

    final B block(int i) {
        return blocks[i];
    }

    /** The place where a block begins. */
    final long begin(int i) {
        return told[2 * i];
    }

    /** What is told of a block. */
    final long head(int i) {
        return told[2 * i + 1];
    }

    final boolean isEmpty() {
        return blocks.length == 0;
    }

    final void insert(int ordinal) {
        long word = word(ordinal);
        long place = place(ordinal, word);
        int at = blockOf(place, ordinal);
        if (at < 0) {
            addBlock(0, empty(2));
            at = 0;
        }
        if (blocks[at].size == Block.MOST) {
            split(at);
            if (compare(at + 1, place, ordinal) <= 0) {
                at++;
            }
        }
        B block = blocks[at];
        int index = indexIn(block, place, ordinal);
        long bytes = block.bytes();
        block.insert(index, ordinal, word);
        grew(block.bytes() - bytes);
        if (index == 0) {
            told[2 * at] = place;
        }
        include(at, ordinal, word);
    }

    /** Takes an entry out, whose word must be that with which it was put in. */
    final void remove(int ordinal) {
        long place = place(ordinal, word(ordinal));
        int at = blockOf(place, ordinal);
        B block = blocks[at];
        int index = indexIn(block, place, ordinal) - 1;
        if (index < 0 || block.entries[index] != ordinal) {
            throw new IllegalStateException("An entry is not where its place puts it");
        }
        block.remove(index);
        if (block.size == 0) {
            removeBlock(at);
        } else {
            if (block.left * 4 > block.size) {
                renew(at);
            }
            tell(at);
        }
    }

    /** Makes the list of many at once, given in the order of their ids. */
    final void fill(int[] ordinals, int size) {
        long[] words = new long[size];
        long[] placed = new long[size];
        for (int i = 0; i < size; i++) {
            words[i] = word(ordinals[i]);
            placed[i] = (place(ordinals[i], words[i]) << 24) | i;
        }
        Arrays.sort(placed);
        int full = Block.MOST * 7 / 8;
        int count = Math.ceilDiv(size, full);
        blocks = Arrays.copyOf(blocks, count);
        told = new long[2 * count];
        for (int at = 0; at < count; at++) {
            int from = at * full;
            int to = Math.min(size, from + full);
            blocks[at] = empty(to - from);
            for (int j = from; j < to; j++) {
                int i = (int) (placed[j] & 0xFFFFFF);
                blocks[at].add(ordinals[i], words[i]);
                include(at, ordinals[i], words[i]);
            }
            told[2 * at] = placed[from] >>> 24;
            grew(blocks[at].bytes() + BESIDES);
        }
    }

    /** The last block that begins no later, or the first; negative if there is none. */
    private int blockOf(long place, int ordinal) {
        int low = 0;
        int high = blocks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (compare(middle, place, ordinal) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Math.min(low, high);
    }

    /** Compares where a block begins. */
    private int compare(int at, long place, int ordinal) {
        int byPlace = Long.compare(told[2 * at], place);
        return byPlace != 0 ? byPlace : compareIds(blocks[at].entries[0], ordinal);
    }

    /** Behind all entries that come no later. */
    private int indexIn(B block, long place, int ordinal) {
        int low = 0;
        int high = block.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int entry = block.entries[middle];
            int byPlace = Long.compare(place(entry, block.words[middle]), place);
            if (byPlace < 0 || (byPlace == 0 && compareIds(entry, ordinal) <= 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void split(int at) {
        B whole = blocks[at];
        int half = whole.size / 2;
        B upper = empty(whole.size - half);
        for (int i = half; i < whole.size; i++) {
            upper.add(whole.entries[i], whole.words[i]);
        }
        whole.size = half;
        addBlock(at + 1, upper);
        renew(at);
        tell(at);
        renew(at + 1);
        tell(at + 1);
    }

    /** Has the block itself cover those that are still in it, and no others. */
    private void renew(int at) {
        B old = blocks[at];
        B block = empty(0);
        block.entries = old.entries;
        block.words = old.words;
        block.size = old.size;
        block.first = old.entries[0];
        blocks[at] = block;
        for (int i = 0; i < block.size; i++) {
            include(at, block.entries[i], block.words[i]);
        }
    }

    /** Tells of those that are in the block, and of no others. */
    private void tell(int at) {
        B block = blocks[at];
        long head = head(block.words[0]);
        for (int i = 1; i < block.size; i++) {
            head = join(head, block.words[i]);
        }
        told[2 * at] = place(block.entries[0], block.words[0]);
        told[2 * at + 1] = head;
    }

    private void include(int at, int ordinal, long word) {
        B block = blocks[at];
        boolean only = block.size == 1;
        if (only || compareIds(ordinal, block.first) < 0) {
            block.first = ordinal;
        }
        told[2 * at + 1] = only ? head(word) : join(told[2 * at + 1], word);
        cover(block, ordinal, word);
    }

    private void addBlock(int at, B block) {
        B[] more = Arrays.copyOf(blocks, blocks.length + 1);
        System.arraycopy(blocks, at, more, at + 1, blocks.length - at);
        more[at] = block;
        blocks = more;
        grew(block.bytes() + BESIDES);
        long[] of = Arrays.copyOf(told, 2 * blocks.length);
        System.arraycopy(told, 2 * at, of, 2 * at + 2, told.length - 2 * at);
        told = of;
    }

    private void removeBlock(int at) {
        grew(-blocks[at].bytes() - BESIDES);
        B[] fewer = Arrays.copyOf(blocks, blocks.length - 1);
        System.arraycopy(blocks, at + 1, fewer, at, fewer.length - at);
        blocks = fewer;
        long[] of = Arrays.copyOf(told, 2 * blocks.length);
        System.arraycopy(told, 2 * at + 2, of, 2 * at, of.length - 2 * at);
        told = of;
    }
}
