package org.duijie.matching.match.index;

import java.util.Arrays;

/**
 * A list in the order of impact: who has the same effect on a score stands together, by id. The order only makes the
 * headers of its blocks sharp; answers do not rest on it.
 *
 * @param <B> the blocks, each with a header
 */
abstract class Postings<B extends Block> {

    /** What the list is of, for {@link #key}. */
    final int resource;

    private B[] blocks;

    Postings(int resource, B[] none) {
        this.resource = resource;
        this.blocks = none;
    }

    /** The place of an entry in the order of impact; entries with the same are ordered by id. */
    abstract long key(int ordinal);

    abstract int compareIds(int one, int other);

    abstract B empty();

    /** Has the block's header cover an entry. */
    abstract void cover(B block, int ordinal);

    final int blocks() {
        return blocks.length;
    }

    final B block(int i) {
        return blocks[i];
    }

    final boolean isEmpty() {
        return blocks.length == 0;
    }

    final void insert(int ordinal) {
        long key = key(ordinal);
        int at = blockOf(key, ordinal);
        if (at < 0) {
            addBlock(0, empty());
            at = 0;
        }
        B block = blocks[at];
        if (block.size == Block.MOST) {
            split(at);
            if (compare(blocks[at + 1].entries[0], key, ordinal) <= 0) {
                at++;
            }
            block = blocks[at];
        }
        block.insert(placeIn(block, key, ordinal), ordinal);
        include(block, ordinal);
    }

    /** Takes an entry out, whose key must be that with which it was put in. */
    final void remove(int ordinal) {
        long key = key(ordinal);
        int at = blockOf(key, ordinal);
        B block = blocks[at];
        int place = placeIn(block, key, ordinal) - 1;
        if (place < 0 || block.entries[place] != ordinal) {
            throw new IllegalStateException("An entry is not where its key puts it");
        }
        block.remove(place);
        if (block.size == 0) {
            removeBlock(at);
        } else if (block.left * 4 > block.size) {
            renew(at);
        }
    }

    /** Makes the list of many at once, given in the order of their ids. */
    final void fill(int[] ordinals, int size) {
        long[] keyed = new long[size];
        for (int i = 0; i < size; i++) {
            keyed[i] = (key(ordinals[i]) << 24) | i;
        }
        Arrays.sort(keyed);
        int full = Block.MOST * 7 / 8;
        int count = Math.ceilDiv(size, full);
        blocks = Arrays.copyOf(blocks, count);
        for (int i = 0; i < count; i++) {
            blocks[i] = empty();
            int from = i * full;
            int to = Math.min(size, from + full);
            blocks[i].entries = new int[to - from];
            for (int j = from; j < to; j++) {
                blocks[i].entries[j - from] = ordinals[(int) (keyed[j] & 0xFFFFFF)];
            }
            blocks[i].size = to - from;
            include(blocks[i]);
        }
    }

    /** The last block that begins no later, or the first; negative if there is none. */
    private int blockOf(long key, int ordinal) {
        int low = 0;
        int high = blocks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (compare(blocks[middle].entries[0], key, ordinal) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Math.min(low, high);
    }

    /** Behind all entries that come no later. */
    private int placeIn(B block, long key, int ordinal) {
        int low = 0;
        int high = block.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(block.entries[middle], key, ordinal) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int entry, long key, int ordinal) {
        int byKey = Long.compare(key(entry), key);
        return byKey != 0 ? byKey : entry == ordinal ? 0 : compareIds(entry, ordinal);
    }

    private void split(int at) {
        B whole = blocks[at];
        B upper = empty();
        int half = whole.size / 2;
        upper.entries = Arrays.copyOfRange(whole.entries, half, Block.MOST);
        upper.size = whole.size - half;
        whole.size = half;
        include(upper);
        addBlock(at + 1, upper);
        renew(at);
    }

    private void renew(int at) {
        B old = blocks[at];
        B block = empty();
        block.entries = old.entries;
        block.size = old.size;
        include(block);
        blocks[at] = block;
    }

    private void include(B block) {
        block.first = block.entries[0];
        for (int i = 0; i < block.size; i++) {
            include(block, block.entries[i]);
        }
    }

    private void include(B block, int ordinal) {
        if (block.size == 1 || compareIds(ordinal, block.first) < 0) {
            block.first = ordinal;
        }
        cover(block, ordinal);
    }

    private void addBlock(int at, B block) {
        B[] more = Arrays.copyOf(blocks, blocks.length + 1);
        System.arraycopy(more, at, more, at + 1, blocks.length - at);
        more[at] = block;
        blocks = more;
    }

    private void removeBlock(int at) {
        B[] fewer = Arrays.copyOf(blocks, blocks.length - 1);
        System.arraycopy(blocks, at + 1, fewer, at, fewer.length - at);
        blocks = fewer;
    }
}
