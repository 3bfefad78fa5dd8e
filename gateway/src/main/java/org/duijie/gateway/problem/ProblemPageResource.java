package org.duijie.gateway.problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.problem.ProblemCatalog.Entries;
import org.duijie.chassis.problem.ProblemCatalog.Entry;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.gateway.page.Page;
import org.duijie.gateway.service.Service;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where the {@code type} of a problem leads: what went wrong and how to put it right, for people and for machines. */
@Path("/problems")
@Tag(name = "problems")
@RunOnVirtualThread
public class ProblemPageResource {

    /** Below the JSON of the same address: a caller that accepts anything is a program. */
    private static final String HTML = "text/html;qs=0.8";

    private final MergedProblems problems;

    @Inject
    ProblemPageResource(MergedProblems problems) {
        this.problems = problems;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance problems(List<Line> lines, String missing);

        static native TemplateInstance problem(Line line);
    }

    /** One problem in the language of the page. */
    record Line(String name, int status, String title, String mend) {

        static Line of(Entry entry, Locale language) {
            return new Line(
                    entry.name(),
                    entry.status(),
                    entry.title().in(language),
                    entry.mend().in(language));
        }

        /** Who has to do something about it; the page colours the status by it. */
        public String blame() {
            return status < 500 ? "caller" : "suite";
        }
    }

    @GET
    @Access(open = true)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true, summary = "The chassis describes the same address in the API document")
    public Entries list() {
        return problems.catalogue().entries();
    }

    @GET
    @Access(open = true)
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> listPage(
            @RestQuery("lang") @Nullable String chosen,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Locale language = Page.language(chosen, acceptLanguage);
        MergedProblems.Catalogue catalogue = problems.catalogue();
        List<Line> lines = catalogue.entries().items().stream()
                .map(entry -> Line.of(entry, language))
                .toList();
        String missing = catalogue.missing().stream().map(Service::slug).collect(Collectors.joining(", "));
        return Page.of(Templates.problems(lines, missing), language);
    }

    @GET
    @Access(open = true)
    @Path("/{name}")
    @Produces(HTML)
    @Operation(hidden = true)
    public RestResponse<String> page(
            @RestPath String name,
            @RestQuery("lang") @Nullable String chosen,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Locale language = Page.language(chosen, acceptLanguage);
        return Page.of(Templates.problem(Line.of(find(name), language)), language);
    }

    @GET
    @Access(open = true)
    @Path("/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readProblem", summary = "Read one kind of problem by the last segment of its type")
    public Entry read(@RestPath String name) {
        return find(name);
    }

    private Entry find(String name) {
        Entry found = problems.catalogue().named(name);
        if (found == null) {
            throw RequestProblem.ROUTE_NOT_FOUND.because(
                    "没有名为 " + name + " 的问题，全部名称见 /problems。", "There is no problem named " + name + "; see /problems.");
        }
        return found;
    }
}
