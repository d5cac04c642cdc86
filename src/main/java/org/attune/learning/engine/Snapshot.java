package org.attune.learning.engine;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The stored format: magic {@code ATTL}, version, settings, state, CRC-32 of all before it; big-endian, doubles as their
 * bits. A golden file in the tests holds it still; a change of any field needs a new version.
 */
final class Snapshot {

    private static final int MAGIC = 0x4154544C;
    static final int VERSION = 9;
    private static final int CHECKSUM_BYTES = 8;

    private Snapshot() {}

    static byte[] write(LearningEngine engine) {
        Bytes bytes = new Bytes();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            writeSettings(engine.settings(), out);
            engine.write(out);
            out.writeLong(bytes.checksum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toArray();
    }

    static LearningEngine read(byte[] bytes) {
        if (bytes.length < 2 * Integer.BYTES + CHECKSUM_BYTES) {
            throw new IllegalArgumentException("This is not a stored learning engine: too short");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalArgumentException("This is not a stored learning engine");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "The stored learning engine has format " + version + ", this version reads " + VERSION);
            }
            int body = bytes.length - CHECKSUM_BYTES;
            if (ByteBuffer.wrap(bytes).getLong(body) != Bytes.checksum(bytes, body)) {
                throw new IllegalArgumentException("The stored learning engine is damaged");
            }
            return LearningEngine.read(in, readSettings(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("The stored learning engine is damaged", e);
        }
    }

    private static void writeSettings(EngineSettings settings, DataOutputStream out) throws IOException {
        out.writeInt(settings.experts().size());
        for (EngineSettings.Expert expert : settings.experts()) {
            out.writeInt(expert.encoding().ordinal());
            out.writeDouble(expert.prior());
            out.writeDouble(expert.drift());
            out.writeDouble(expert.pairs());
            out.writeDouble(expert.joint());
        }
        out.writeDouble(settings.intercept());
        out.writeDouble(settings.globalIntercept());
        out.writeDouble(settings.share());
        out.writeDouble(settings.trust());
        out.writeDouble(settings.calibration());
        out.writeDouble(settings.calibrationDrift());
        out.writeDouble(settings.coldStart());
        out.writeDouble(settings.thompson());
        out.writeInt(settings.maxBins());
        out.writeInt(settings.splitAfter());
        out.writeInt(settings.maxCategories());
        out.writeInt(settings.maxPredictors());
    }

    private static EngineSettings readSettings(DataInputStream in) throws IOException {
        List<EngineSettings.Expert> experts = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            EngineSettings.Encoding encoding = EngineSettings.Encoding.values()[in.readInt()];
            experts.add(new EngineSettings.Expert(
                    encoding, in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        return new EngineSettings(
                experts,
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt());
    }
}
