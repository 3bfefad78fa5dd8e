package org.duijie.matching.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The ids are those that Hugging Face's own tokenizers (0.21, by ai.djl 0.31.1) give with the same vocabulary. */
class WordPieceTest {

    private static final WordPiece PIECES = pieces();

    @Test
    void cutsChineseIntoCharacters() {
        assertThat(PIECES.ids("食用菌大棚")).containsExactly(101, 7608, 4500, 5826, 1920, 3476, 102);
    }

    @Test
    void cutsOtherWordsIntoTheLongestPiecesAndPunctuationOff() {
        assertThat(PIECES.ids("led路灯120盏，太阳能（不用交电费）。"))
                .containsExactly(
                        101, 8242, 6662, 4128, 8290, 4662, 8024, 1922, 7345, 5543, 8020, 679, 4500, 769, 4510, 6589,
                        8021, 511, 102);
        assertThat(PIECES.ids("3.5吨 b超、ct机"))
                .containsExactly(101, 124, 119, 126, 1417, 144, 6631, 510, 9162, 3322, 102);
        assertThat(PIECES.ids("义诊——进乡村 covid-19 $5+tax"))
                .containsExactly(
                        101, 721, 6402, 100, 100, 6822, 740, 3333, 8792, 9197, 8168, 118, 8131, 109, 126, 116, 8346,
                        8206, 102);
    }

    @Test
    void marksWhatTheVocabularyDoesNotHave() {
        assertThat(PIECES.ids("playing unaffable 😀 㐂"))
                .containsExactly(101, 8942, 8221, 163, 8374, 9049, 9609, 100, 100, 102);
        assertThat(PIECES.ids("x".repeat(101))).containsExactly(101, 100, 102);
    }

    @Test
    void readsCapitalsAndFullWidthLettersLikeOrdinaryOnes() {
        assertThat(PIECES.ids("ＬＥＤ路灯１２０盏")).isEqualTo(PIECES.ids("led路灯120盏"));
        assertThat(PIECES.ids("LED\u3000路灯\u200b\n120盏")).isEqualTo(PIECES.ids("led路灯120盏"));
    }

    @Test
    void takesInNoMoreThanTheModelDoes() {
        assertThat(PIECES.ids("助学".repeat(600))).hasSize(512).endsWith(102);
        assertThat(PIECES.ids("")).containsExactly(101, 102);
    }

    private static WordPiece pieces() {
        try (InputStream tokenizer = WordPieceTest.class.getResourceAsStream("/bge-small-zh-v1.5-q-tokenizer.json")) {
            return WordPiece.of(tokenizer);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
