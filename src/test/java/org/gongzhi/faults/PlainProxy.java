package org.gongzhi.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands each connection to the next node in turn and passes over one that is not there; knows nothing of what is said. */
final class PlainProxy implements Entrance, AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Integer> nodes;

    PlainProxy(List<Integer> nodes) throws IOException {
        this.nodes = List.copyOf(nodes);
        Thread.ofVirtual().start(this::receive);
    }

    @Override
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort() + path);
    }

    private void receive() {
        while (!entrance.isClosed()) {
            try {
                Socket person = entrance.accept();
                Thread.ofVirtual().start(() -> serve(person));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket person) {
        try (person;
                Socket node = nextThatIsThere()) {
            Thread back = Thread.ofVirtual().start(() -> pass(node, person));
            pass(person, node);
            back.join();
        } catch (IOException nobodyThere) {
            // The person's browser sees a closed connection, as it would without a proxy.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket nextThatIsThere() throws IOException {
        for (int attempt = 1; attempt < nodes.size(); attempt++) {
            try {
                return next();
            } catch (ConnectException notThere) {
                // The next one.
            }
        }
        return next();
    }

    private Socket next() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), nodes.get(turn.getAndIncrement() % nodes.size()));
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // Either side went away: the other is told below.
        }
        try {
            from.close();
            to.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
