package org.duijie.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duijie.chassis.problem.ProblemCatalog;
import org.duijie.chassis.problem.ProblemCatalog.Entries;
import org.duijie.chassis.problem.ProblemCatalog.Entry;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.service.ServiceCopies;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The problems of the whole suite: those of every service beside the gateway's own. */
@Singleton
class MergedProblems {

    private static final Logger LOG = Logger.getLogger(MergedProblems.class);

    private final ProblemCatalog own;
    private final ServiceCopies copies;
    private final ObjectMapper json;

    @Inject
    MergedProblems(ProblemCatalog own, ServiceCopies copies, ObjectMapper json) {
        this.own = own;
        this.copies = copies;
        this.json = json;
    }

    /** @param missing the services whose problems are not in the list, because they never answered */
    record Catalogue(Entries entries, List<Service> missing) {

        @Nullable
        Entry named(String name) {
            return entries.items().stream()
                    .filter(entry -> entry.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The services share the problems of the chassis: a name that several list is one problem. */
    Catalogue catalogue() {
        Map<Service, ServiceCopies.Copy> answers = copies.of("/problems");
        Map<String, Entry> byName = new TreeMap<>();
        Stream.concat(own.list().items().stream(), answers.values().stream().flatMap(this::entries))
                .forEach(entry -> byName.putIfAbsent(entry.name(), entry));
        List<Service> missing = answers.entrySet().stream()
                .filter(answer -> answer.getValue().document() == null)
                .map(Map.Entry::getKey)
                .toList();
        return new Catalogue(new Entries(List.copyOf(byName.values())), missing);
    }

    private Stream<Entry> entries(ServiceCopies.Copy copy) {
        JsonNode document = copy.document();
        if (document == null) {
            return Stream.empty();
        }
        try {
            return Stream.of(json.treeToValue(document, Entries.class))
                    .map(Entries::items)
                    .flatMap(Collection::stream);
        } catch (JsonProcessingException strange) {
            LOG.warn("A catalogue of problems cannot be read", strange);
            return Stream.empty();
        }
    }
}
