package org.duijie.matching.delivery.feed;

import java.io.StringWriter;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.duijie.matching.subscription.MatchEventResponse;
import org.jspecify.annotations.Nullable;

/** The Atom Syndication Format (RFC 4287), in pages (RFC 5005 §3). */
final class AtomFeed {

    static final String MEDIA_TYPE = "application/atom+xml";

    static final String EXAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
              <id>tag:duijie.org,2026:subscriptions/01890a5d-ac96-774b-bcce-b302099a8057</id>
              <title>对接 · 张家口教育需求</title>
              <updated>2026-11-23T08:30:00Z</updated>
              <link rel="self" href="https://duijie.example/subscriptions/01890a5d-ac96-774b-bcce-b302099a8057/feed"/>
              <author><name>Duijie 对接</name></author>
              <entry>
                <id>tag:duijie.org,2026:subscriptions/01890a5d-ac96-774b-bcce-b302099a8057/events/42</id>
                <title>开始匹配：张北县 · 乡村小学图书角 × 图书 5000 册</title>
                <updated>2026-11-23T08:30:00Z</updated>
                <content>需求已发布，与该资源匹配。</content>
              </entry>
            </feed>
            """;

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

    private final StreamPage page;
    private final String origin;
    private final String address;
    private final XMLStreamWriter xml;

    private AtomFeed(StreamPage page, String origin, String address, XMLStreamWriter xml) {
        this.page = page;
        this.origin = origin;
        this.address = address;
        this.xml = xml;
    }

    /**
     * A whole document.
     *
     * @param address where the feed is read
     */
    static String of(StreamPage page, String origin, String address) {
        StringWriter written = new StringWriter();
        try {
            XMLStreamWriter xml = WRITERS.createXMLStreamWriter(written);
            new AtomFeed(page, origin, address, xml).write();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A feed is plain XML", impossible);
        }
        return written.toString();
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:lang", page.languageTag());
        element("id", page.id());
        element("title", page.title());
        element("updated", updated().toString());
        link("self", page.here(address));
        String older = page.older(address);
        if (older != null) {
            link("next", older);
        }
        xml.writeStartElement("author");
        element("name", "Duijie 对接");
        xml.writeEndElement();
        for (MatchEventResponse event : page.events()) {
            entry(event);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    /** Of an empty page, the beginning of time: it must say something, and the same each time. */
    private Instant updated() {
        return page.events().isEmpty()
                ? Instant.EPOCH
                : page.events().getFirst().at();
    }

    private void entry(MatchEventResponse event) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", page.id(event));
        element("title", event.headline().in(page.language()));
        element("updated", event.at().toString());
        element("published", event.at().toString());
        link("alternate", StreamPage.alternate(origin, event));
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", event.type().name());
        xml.writeAttribute("label", event.type().label().in(page.language()));
        element("content", event.story().in(page.language()));
        xml.writeEndElement();
    }

    private void link(String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private void element(String name, @Nullable String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text == null ? "" : text));
        xml.writeEndElement();
    }

    /** XML 1.0 has no way to write some characters; no text of ours has them, but not every text is ours. */
    private static String legal(String text) {
        return text.replaceAll("[^\\t\\n\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ");
    }
}
