package org.duijie.sample;

import java.time.LocalDate;
import java.time.ZoneId;
import org.duijie.sample.data.SampleData;
import org.duijie.sample.data.SampleSize;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sample a command is about. */
final class SampleOptions {
    /** Business days are those of China. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Option(
            names = "--size",
            defaultValue = "small",
            converter = SizeConverter.class,
            description = "small (403 needs, 500 offers), full (1000000), or N offers and as many needs.")
    private SampleSize size = SampleSize.SMALL;

    @Option(names = "--skew", description = "Crowd 80 %% of the offers into 5 %% of the cells (field × county).")
    private boolean skewed;

    @Option(names = "--today", description = "The day that deadlines are reckoned from (default: today in China).")
    private @Nullable LocalDate today;

    LocalDate today() {
        return today == null ? LocalDate.now(CHINA) : today;
    }

    SampleData data() {
        return new SampleData(size, today(), skewed);
    }
}
