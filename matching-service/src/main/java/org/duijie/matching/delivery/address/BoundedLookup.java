package org.duijie.matching.delivery.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the system's resolver, on threads of its own: a name server that does not answer holds the thread that asks, and
 * would hold the few threads that carry all virtual ones.
 */
final class BoundedLookup implements Lookup {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 64;

    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            AT_ONCE,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("lookup-", 0).factory());

    @Override
    public InetAddress[] of(String host) throws UnknownHostException {
        try {
            Future<InetAddress[]> asked = threads.submit(() -> InetAddress.getAllByName(host));
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | RejectedExecutionException | TimeoutException unknown) {
            throw new UnknownHostException(host);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }
}
