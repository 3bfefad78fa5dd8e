package org.duijie.matching.match;

import java.util.List;
import org.duijie.chassis.text.Text;

/** The smallest change that would turn a broken rule: in words, and as edits of the facts. */
public record Change(Text sentence, List<Edit> edits) {

    static Change of(String zh, String en, Edit... edits) {
        return new Change(Text.of(zh, en), List.of(edits));
    }
}
