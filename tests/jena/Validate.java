import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;

/** Validate SHAPES DATA: prints how many triples were read, then each breach on a line. */
public class Validate {
    public static void main(String[] files) {
        Shapes shapes = Shapes.parse(RDFDataMgr.loadGraph(files[0]));
        Graph data = RDFDataMgr.loadGraph(files[1]);
        ValidationReport report = ShaclValidator.get().validate(shapes, data);
        System.out.println(data.size());
        report.getEntries().forEach(entry -> System.out.println(
            entry.focusNode() + " " + entry.resultPath() + " "
                + entry.message().replaceAll("\\s+", " ")));
    }
}
