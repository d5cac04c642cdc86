package org.attune.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a program and its database server and counts how often the program waited for the server: whenever the server
 * speaks after the program has spoken. For one connection at a time.
 */
public final class RoundTrips implements AutoCloseable {
    private enum Side {
        PROGRAM,
        SERVER
    }

    private final String host;
    private final int port;
    private final ServerSocket door;
    private final AtomicReference<Side> spokeLast = new AtomicReference<>(Side.SERVER);
    private final AtomicInteger count = new AtomicInteger();

    /** Opens a port of its own in front of a server. */
    public RoundTrips(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where programs connect to. */
    public int port() {
        return door.getLocalPort();
    }

    /** Round trips since it was opened. */
    public int count() {
        return count.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket program = door.accept();
                Socket server = new Socket(host, port);
                program.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(program, server, Side.PROGRAM));
                Thread.ofVirtual().start(() -> pass(server, program, Side.SERVER));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pass(Socket from, Socket to, Side speaker) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (spokeLast.getAndSet(speaker) != speaker && speaker == Side.SERVER) {
                    count.incrementAndGet();
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // one of both hung up
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
