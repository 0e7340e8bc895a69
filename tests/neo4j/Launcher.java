import java.io.IOException;
import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Starts the Neo4j of the given home and configuration. SIGTERM shuts it down cleanly, and so does
 * the end of its standard input: no server outlives the tests that started it.
 */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Path configuration = Path.of(arguments[1]);
        DatabaseManagementService server =
                new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(configuration).build();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        System.out.println("Started.");
        while (System.in.read() >= 0) {
            // Nothing is said there; only its end means something.
        }
        System.exit(0);
    }
}
