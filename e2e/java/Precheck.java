import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.huaweicloud.sdk.core.SdkResponse;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.core.utils.JsonUtils;
import com.huaweicloud.sdk.drs.v3.model.BatchCheckJobsRequest;
import com.huaweicloud.sdk.drs.v3.model.BatchCheckResultsRequest;
import com.huaweicloud.sdk.drs.v3.model.BatchPrecheckReq;
import com.huaweicloud.sdk.drs.v3.model.BatchQueryPrecheckResultReq;
import com.huaweicloud.sdk.drs.v3.model.PreCheckInfo;
import com.huaweicloud.sdk.drs.v5.model.ActionParams;
import com.huaweicloud.sdk.drs.v5.model.ActionReq;
import com.huaweicloud.sdk.drs.v5.model.ExecuteJobActionRequest;
import com.huaweicloud.sdk.drs.v5.model.JobActionReq;
import com.huaweicloud.sdk.drs.v5.model.ShowJobDetailRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Starts and reads pre-checks with the vendor's Java SDK, unchanged, and prints what the SDK made of the answers. What
 * comes in and goes out is said in e2e/sdk.ts.
 */
public class Precheck {
    /** Without what was not in the answer: the SDK has null for that. */
    private static final ObjectMapper SHOWN =
            JsonUtils.getDefaultMapper().copy().setSerializationInclusion(JsonInclude.Include.NON_NULL);

    public static void main(String[] arguments) throws Exception {
        JsonNode job = SHOWN.readTree(System.in);
        List<ObjectNode> answers = new ArrayList<>();
        for (JsonNode call : job.get("calls")) {
            answers.add(answerOf(job, call));
        }
        System.out.println("ANSWERS " + SHOWN.writeValueAsString(answers));
    }

    private static ObjectNode answerOf(JsonNode job, JsonNode call) {
        ObjectNode answer = SHOWN.createObjectNode();
        try {
            SdkResponse response = perform(job, call);
            ObjectNode body = SHOWN.valueToTree(response);
            body.remove("httpStatusCode");
            answer.put("status", response.getHttpStatusCode()).set("body", body);
        } catch (ServiceResponseException refused) {
            answer.putObject("error")
                    .put("type", refused.getClass().getSimpleName())
                    .put("status", refused.getHttpStatusCode())
                    .put("code", refused.getErrorCode())
                    .put("message", refused.getErrorMsg())
                    .put("requestId", refused.getRequestId());
        }
        return answer;
    }

    private static SdkResponse perform(JsonNode job, JsonNode call) {
        String operation = call.get("operation").asText();
        switch (operation) {
            case "drs.start":
                return v3(job).batchCheckJobs(new BatchCheckJobsRequest()
                        .withXLanguage(BatchCheckJobsRequest.XLanguageEnum.fromValue(call.get("language").asText()))
                        .withBody(new BatchPrecheckReq().withJobs(jobs(call))));
            case "drs.read":
                return v3(job).batchCheckResults(new BatchCheckResultsRequest()
                        .withXLanguage(BatchCheckResultsRequest.XLanguageEnum.fromValue(call.get("language").asText()))
                        .withBody(new BatchQueryPrecheckResultReq().withJobs(tasks(call))));
            case "drs.startV5":
                ActionReq action = new ActionReq()
                        .withActionName(ActionReq.ActionNameEnum.PRECHECK)
                        .withActionParams(new ActionParams().withPrecheckMode(call.get("mode").asText()));
                return v5(job).executeJobAction(new ExecuteJobActionRequest()
                        .withJobId(call.get("task").asText())
                        .withXLanguage(ExecuteJobActionRequest.XLanguageEnum.fromValue(call.get("language").asText()))
                        .withBody(new JobActionReq().withJob(action)));
            case "drs.readV5":
                return v5(job).showJobDetail(new ShowJobDetailRequest()
                        .withJobId(call.get("task").asText())
                        .withXLanguage(ShowJobDetailRequest.XLanguageEnum.fromValue(call.get("language").asText()))
                        .withType(ShowJobDetailRequest.TypeEnum.PRECHECK)
                        .withQueryId(call.get("queryId").asText()));
            default:
                throw new IllegalArgumentException("No operation " + operation);
        }
    }

    private static com.huaweicloud.sdk.drs.v3.DrsClient v3(JsonNode job) {
        return com.huaweicloud.sdk.drs.v3.DrsClient.newBuilder()
                .withCredential(credentials(job))
                .withEndpoint(job.get("endpoint").asText())
                .build();
    }

    private static com.huaweicloud.sdk.drs.v5.DrsClient v5(JsonNode job) {
        return com.huaweicloud.sdk.drs.v5.DrsClient.newBuilder()
                .withCredential(credentials(job))
                .withEndpoint(job.get("endpoint").asText())
                .build();
    }

    private static BasicCredentials credentials(JsonNode job) {
        BasicCredentials credentials = new BasicCredentials()
                .withAk(job.get("accessKeyId").asText())
                .withSk(job.get("secretAccessKey").asText())
                .withProjectId(job.get("projectId").asText());
        JsonNode token = job.get("securityToken");
        return token.isNull() ? credentials : credentials.withSecurityToken(token.asText());
    }

    private static List<String> tasks(JsonNode call) {
        return StreamSupport.stream(call.get("tasks").spliterator(), false).map(JsonNode::asText).toList();
    }

    private static List<PreCheckInfo> jobs(JsonNode call) {
        PreCheckInfo.PrecheckModeEnum mode = PreCheckInfo.PrecheckModeEnum.fromValue(call.get("mode").asText());
        return tasks(call).stream().map(task -> new PreCheckInfo().withJobId(task).withPrecheckMode(mode)).toList();
    }
}
