package org.attune.platform.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A wire to a server that can be frozen: it stays connected, takes new connections, and no byte comes through. */
final class Wire implements AutoCloseable {
    private final ServerSocket here;
    private final int there;
    private boolean frozen;

    Wire(int there) throws IOException {
        this.there = there;
        this.here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return here.getLocalPort();
    }

    synchronized void freeze(boolean now) {
        frozen = now;
        notifyAll();
    }

    private void accept() {
        while (!here.isClosed()) {
            try {
                Socket near = here.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), there);
                Thread.ofVirtual().start(() -> pump(near, far));
                Thread.ofVirtual().start(() -> pump(far, near));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] some = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int got = in.read(some); got >= 0; got = in.read(some)) {
                thawed();
                out.write(some, 0, got);
            }
        } catch (IOException | InterruptedException e) {
            // one end has gone: so has the wire
        }
    }

    private synchronized void thawed() throws InterruptedException {
        while (frozen) {
            wait();
        }
    }

    @Override
    public void close() throws IOException {
        freeze(false);
        here.close();
    }
}
