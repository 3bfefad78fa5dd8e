package org.duijie.matching.delivery.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.duijie.matching.subscription.MatchEventResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>, whose members are named by that specification. */
@Schema(name = "JsonFeed", description = "JSON Feed 1.1 · A stream for feed readers, the newest entry first")
record JsonFeed(
        @Schema(examples = "https://jsonfeed.org/version/1.1", maxLength = 40)
        String version,

        @Schema(examples = "对接 · 张家口教育需求", maxLength = 120) String title,
        @Schema(examples = "zh-CN", maxLength = 5) String language,

        @JsonProperty("feed_url")
        @Schema(
                maxLength = 2000,
                examples = "https://duijie.example/subscriptions/01890a5d-ac96-774b-bcce-b302099a8057/feed")
        String feedUrl,

        @JsonProperty("next_url")
        @Schema(
                maxLength = 2000,
                description = "更早的条目 · The entries before these; absent where there are none",
                examples = "https://duijie.example/subscriptions/01890a5d-ac96-774b-bcce-b302099a8057/feed?before=51")
        @Nullable
        String nextUrl,

        @Schema(maxItems = 200) List<Item> items) {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    @Schema(name = "JsonFeedItem", description = "One entry")
    record Item(
            @Schema(
                    maxLength = 200,
                    description = "The same in Atom",
                    examples = "tag:duijie.org,2026:subscriptions/01890a5d-ac96-774b-bcce-b302099a8057/events/42")
            String id,

            @Schema(
                    maxLength = 2000,
                    examples = "https://duijie.example/needs/01890a5d-ac96-774b-bcce-b302099a8057",
                    description = "需求、项目或组织 · The need, the project or the organization")
            String url,

            @Schema(examples = "开始匹配：张北县 · 乡村小学图书角 × 图书 5000 册", maxLength = 600)
            String title,

            @JsonProperty("content_text") @Schema(maxLength = 50000, examples = "需求已发布，与该资源匹配。\n得分：0.731250")
            String contentText,

            @JsonProperty("date_published") Instant datePublished,

            @JsonProperty("_duijie") @Schema(description = "事件 · The event itself, as every other channel has it")
            MatchEventResponse event) {}

    /** @param address where the feed is read */
    static JsonFeed of(StreamPage page, String origin, String address) {
        return new JsonFeed(
                VERSION,
                page.title(),
                page.languageTag(),
                page.here(address),
                page.older(address),
                page.events().stream().map(event -> item(page, event, origin)).toList());
    }

    private static Item item(StreamPage page, MatchEventResponse event, String origin) {
        return new Item(
                page.id(event),
                StreamPage.alternate(origin, event),
                event.headline().in(page.language()),
                event.story().in(page.language()),
                event.at(),
                event);
    }
}
