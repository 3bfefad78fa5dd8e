package org.duijie.matching.likeness;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.duijie.matching.likeness.TextModel.UnreadableException;
import org.duijie.matching.replica.Replica;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads in the background what has been published and not yet read. The model is loaded when there is something to read
 * for the first time. After each text it rests for as long as the text took, so that it never has more than half a
 * processor, however much there is to read; and far longer while the machine is busy, for what others wait for goes first.
 */
@ApplicationScoped
class TextReader {

    private static final Logger LOG = Logger.getLogger(TextReader.class);
    private static final int AT_ONCE = 16;

    /** Of all processors together, its own part among it. */
    private static final double BUSY = 0.9;

    /** How many times as long as it read it rests on a busy machine. */
    private static final int LONG_REST = 9;

    private final LikenessService service;
    private final Replica replica;
    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private @Nullable TextModel model;
    private boolean broken;
    private volatile boolean stopping;

    @Inject
    TextReader(LikenessService service, Replica replica) {
        this.service = service;
        this.replica = replica;
    }

    /** Reads all that there is to read. */
    @Scheduled(every = "${duijie.matching.likeness.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void readOn() {
        List<String> texts = service.unread(AT_ONCE);
        while (!texts.isEmpty() && !stopping && !broken) {
            read(texts);
            texts = service.unread(AT_ONCE);
        }
    }

    /** Reads these and has what rests on them evaluated anew. */
    synchronized void read(List<String> texts) {
        TextModel reader = opened();
        if (reader == null) {
            return;
        }
        Map<String, TextVector> read = new LinkedHashMap<>();
        for (String text : texts) {
            long began = System.nanoTime();
            try {
                read.put(text, reader.read(text));
            } catch (UnreadableException failed) {
                LOG.errorf(failed, "A text of %d characters could not be read", text.length());
                service.giveUp(text);
            }
            rest(System.nanoTime() - began);
        }
        replica.inTurn(() -> service.keep(read));
    }

    private void rest(long nanos) {
        LockSupport.parkNanos(machine.getCpuLoad() > BUSY ? LONG_REST * nanos : nanos);
    }

    private @Nullable TextModel opened() {
        if (model == null) {
            try {
                model = TextModel.open();
                LOG.infof("Reads texts with %s", TextModel.NAME);
            } catch (UnreadableException failed) {
                broken = true;
                service.modelFailed();
                LOG.error("Texts are not read until the next start: the model does not run here", failed);
            }
        }
        return model;
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
        close();
    }

    private synchronized void close() {
        if (model != null) {
            model.close();
            model = null;
        }
    }
}
