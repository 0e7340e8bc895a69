import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Starts the Neo4j of the given home and configuration; SIGTERM shuts it down cleanly. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path home = Path.of(arguments[0]);
        Path configuration = Path.of(arguments[1]);
        DatabaseManagementService server =
                new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(configuration).build();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        System.out.println("Started.");
        Thread.currentThread().join();
    }
}
