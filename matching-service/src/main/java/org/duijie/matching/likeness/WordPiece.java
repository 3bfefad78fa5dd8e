package org.duijie.matching.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Cuts a text into the pieces that the model knows, as BERT does (Devlin et al. 2019; Wu et al. 2016): every Chinese
 * character and every punctuation mark by itself, other words from the left into the longest pieces of the vocabulary.
 * Before that, full-width letters and digits become ordinary ones, and capitals small.
 */
final class WordPiece {

    /** The most pieces that the model takes in at once. */
    static final int MOST = 512;

    private static final String INNER = "##";
    /** How far the full-width forms of Unicode lie above ASCII. */
    private static final int FULL_WIDTH = 0xFEE0;

    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int begin;
    private final int end;

    private WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = id("[UNK]");
        this.begin = id("[CLS]");
        this.end = id("[SEP]");
    }

    /** Reads the vocabulary of a {@code tokenizer.json}. */
    static WordPiece of(InputStream tokenizer) throws IOException {
        JsonNode vocab = new ObjectMapper().readTree(tokenizer).path("model").path("vocab");
        Map<String, Integer> vocabulary = HashMap.newHashMap(vocab.size());
        vocab.forEachEntry((piece, id) -> vocabulary.put(piece, id.intValue()));
        return new WordPiece(vocabulary);
    }

    private int id(String special) {
        return Objects.requireNonNull(vocabulary.get(special), special);
    }

    /** The ids of the pieces between the marks of beginning and end; what is too long is cut off. */
    long[] ids(String text) {
        List<Integer> ids = new ArrayList<>();
        ids.add(begin);
        for (String word : words(text)) {
            addPieces(word, ids);
        }
        List<Integer> kept = ids.size() < MOST ? ids : ids.subList(0, MOST - 1);
        kept.add(end);
        return kept.stream().mapToLong(Integer::longValue).toArray();
    }

    private static List<String> words(String text) {
        StringBuilder spaced = new StringBuilder();
        text.codePoints().map(WordPiece::plain).forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                spaced.append(' ');
            } else if (standsAlone(c)) {
                spaced.append(' ').appendCodePoint(c).append(' ');
            } else if (!ignored(c)) {
                spaced.appendCodePoint(c);
            }
        });
        return List.of(spaced.toString().strip().split(" +"));
    }

    /** Small and of ordinary width, if it is a letter or a digit. */
    private static int plain(int c) {
        boolean wide = c >= FULL_WIDTH + '0' && c <= FULL_WIDTH + 'z' && Character.isLetterOrDigit(c);
        return Character.toLowerCase(wide ? c - FULL_WIDTH : c);
    }

    private static boolean standsAlone(int c) {
        return Character.isIdeographic(c) || punctuation(c);
    }

    private static boolean punctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            // BERT takes the symbols of ASCII for punctuation too.
            default -> c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        };
    }

    private static boolean ignored(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> c == 0xFFFD;
        };
    }

    /** A word with any part that is not in the vocabulary is unknown as a whole. */
    private void addPieces(String word, List<Integer> ids) {
        int before = ids.size();
        int start = 0;
        while (start < word.length()) {
            int stop = word.length() > LONGEST_WORD ? start : longestPiece(word, start);
            if (stop == start) {
                ids.subList(before, ids.size()).clear();
                ids.add(unknown);
                return;
            }
            ids.add(Objects.requireNonNull(vocabulary.get(piece(word, start, stop))));
            start = stop;
        }
    }

    /** Where the longest known piece that begins here ends; here, if there is none. */
    private int longestPiece(String word, int start) {
        int stop = word.length();
        while (stop > start && !vocabulary.containsKey(piece(word, start, stop))) {
            stop--;
        }
        return stop;
    }

    private static String piece(String word, int start, int stop) {
        String piece = word.substring(start, stop);
        return start == 0 ? piece : INNER + piece;
    }
}
