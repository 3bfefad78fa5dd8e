package org.duijie.sample.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duijie.sample.http.Listing;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.Session;

/** The mark that a need's or an offer's summary ends with: by it a later run knows its own. */
public final class Mark {
    private static final Pattern PATTERN = Pattern.compile("（样例编号 ([A-Z]\\d{6,})）");

    private Mark() {}

    /** The mark in the summary of a need or an offer, if it is one of the sample. */
    public static Optional<String> in(JsonNode entity) {
        Matcher matcher = PATTERN.matcher(entity.path("summary").asText(""));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The entity of this list that has the mark, if there is one. */
    static Optional<JsonNode> find(Session session, Patience patience, String list, String mark) {
        List<JsonNode> found = new ArrayList<>();
        Listing.read(session, patience, list, entity -> in(entity)
                .filter(mark::equals)
                .ifPresent(_ -> found.add(entity)));
        return found.stream().findFirst();
    }
}
