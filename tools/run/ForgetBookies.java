import java.util.Optional;
import org.apache.pulsar.metadata.api.MetadataStore;
import org.apache.pulsar.metadata.api.MetadataStoreConfig;
import org.apache.pulsar.metadata.api.MetadataStoreFactory;

/** Removes the entries of running bookies from a metadata store that nobody has open: what a crash leaves there. */
public final class ForgetBookies {
    private static final String RUNNING = "/ledgers/available";

    public static void main(String[] args) throws Exception {
        try (MetadataStore store = MetadataStoreFactory.create("rocksdb:" + args[0], MetadataStoreConfig.builder().build())) {
            for (String bookie : store.getChildren(RUNNING).get()) {
                if (!bookie.equals("readonly")) {
                    store.delete(RUNNING + "/" + bookie, Optional.empty()).get();
                }
            }
        }
    }
}
