// Starts and reads pre-checks with the vendor's Go SDK, unchanged, and prints what the SDK made of the answers. What
// comes in and goes out is said in e2e/sdk.ts.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth/basic"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/sdkerr"
	ddm "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/ddm/v1"
	ddmmodel "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/ddm/v1/model"
	drs "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/drs/v3"
	drsmodel "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/drs/v3/model"
	drs5 "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/drs/v5"
	drs5model "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/drs/v5/model"
)

type job struct {
	Endpoint        string
	ProjectId       string
	AccessKeyId     string
	SecretAccessKey string
	SecurityToken   string
	Calls           []call
}

type call struct {
	Operation string
	Language  string
	Mode      string
	Tasks     []string
	Task      string
	QueryId   string
	Instance  string
	Database  string
	Job       string
	Nodes     []ddmmodel.DataNode
	Shards    string
}

func (j job) credentials() *basic.Credentials {
	builder := basic.NewCredentialsBuilder().WithAk(j.AccessKeyId).WithSk(j.SecretAccessKey).WithProjectId(j.ProjectId)
	if j.SecurityToken != "" {
		builder = builder.WithSecurityToken(j.SecurityToken)
	}
	return builder.Build()
}

// The enumerations of the SDK are closed structs that take any word from JSON only.
func word[T any](text string) *T {
	value := new(T)
	quoted, _ := json.Marshal(text)
	must(json.Unmarshal(quoted, value))
	return value
}

func perform(j job, c call) (any, error) {
	switch c.Operation {
	case "drs.start", "drs.read":
		client := drs.NewDrsClient(drs.DrsClientBuilder().WithEndpoints([]string{j.Endpoint}).WithCredential(j.credentials()).Build())
		if c.Operation == "drs.read" {
			return client.BatchCheckResults(&drsmodel.BatchCheckResultsRequest{
				XLanguage: word[drsmodel.BatchCheckResultsRequestXLanguage](c.Language),
				Body:      &drsmodel.BatchQueryPrecheckResultReq{Jobs: c.Tasks},
			})
		}
		jobs := []drsmodel.PreCheckInfo{}
		for _, task := range c.Tasks {
			mode := word[drsmodel.PreCheckInfoPrecheckMode](c.Mode)
			jobs = append(jobs, drsmodel.PreCheckInfo{JobId: task, PrecheckMode: *mode})
		}
		return client.BatchCheckJobs(&drsmodel.BatchCheckJobsRequest{
			XLanguage: word[drsmodel.BatchCheckJobsRequestXLanguage](c.Language),
			Body:      &drsmodel.BatchPrecheckReq{Jobs: jobs},
		})
	case "drs.startV5", "drs.readV5":
		client := drs5.NewDrsClient(drs5.DrsClientBuilder().WithEndpoints([]string{j.Endpoint}).WithCredential(j.credentials()).Build())
		if c.Operation == "drs.readV5" {
			return client.ShowJobDetail(&drs5model.ShowJobDetailRequest{
				JobId:     c.Task,
				XLanguage: word[drs5model.ShowJobDetailRequestXLanguage](c.Language),
				Type:      drs5model.GetShowJobDetailRequestTypeEnum().PRECHECK,
				QueryId:   &c.QueryId,
			})
		}
		return client.ExecuteJobAction(&drs5model.ExecuteJobActionRequest{
			JobId:     c.Task,
			XLanguage: word[drs5model.ExecuteJobActionRequestXLanguage](c.Language),
			Body: &drs5model.JobActionReq{Job: &drs5model.ActionReq{
				ActionName:   drs5model.GetActionReqActionNameEnum().PRECHECK,
				ActionParams: &drs5model.ActionParams{PrecheckMode: &c.Mode},
			}},
		})
	case "ddm.start", "ddm.read":
		client := ddm.NewDdmClient(ddm.DdmClientBuilder().WithEndpoints([]string{j.Endpoint}).WithCredential(j.credentials()).Build())
		if c.Operation == "ddm.read" {
			return client.CheckPreliminaryResults(&ddmmodel.CheckPreliminaryResultsRequest{
				InstanceId: c.Instance, DbName: c.Database, JobId: c.Job,
			})
		}
		return client.CheckMigrateLogicDb(&ddmmodel.CheckMigrateLogicDbRequest{
			InstanceId: c.Instance, DbName: c.Database,
			Body: &ddmmodel.MigrateLogicDbOpenReq{DataNodes: c.Nodes, NewShardNumber: c.Shards},
		})
	case "drs.words":
		return map[string]any{
			"v3": drsmodel.GetPrecheckResultResultEnum(),
			"v5": drs5model.GetPrecheckResultResultEnum(),
		}, nil
	}
	return nil, fmt.Errorf("no operation %s", c.Operation)
}

// Every answer of the SDK has a field for the status, which it keeps out of JSON.
func answerOf(response any, err error) any {
	var refused *sdkerr.ServiceResponseError
	if errors.As(err, &refused) {
		return map[string]any{"error": map[string]any{
			"type":      strings.TrimPrefix(fmt.Sprintf("%T", err), "*sdkerr."),
			"status":    refused.StatusCode,
			"code":      refused.ErrorCode,
			"message":   refused.ErrorMessage,
			"requestId": refused.RequestId,
		}}
	}
	must(err)
	return map[string]any{"status": statusOf(response), "body": response}
}

func statusOf(response any) int {
	switch r := response.(type) {
	case *drsmodel.BatchCheckJobsResponse:
		return r.HttpStatusCode
	case *drsmodel.BatchCheckResultsResponse:
		return r.HttpStatusCode
	case *drs5model.ExecuteJobActionResponse:
		return r.HttpStatusCode
	case *drs5model.ShowJobDetailResponse:
		return r.HttpStatusCode
	case *ddmmodel.CheckMigrateLogicDbResponse:
		return r.HttpStatusCode
	case *ddmmodel.CheckPreliminaryResultsResponse:
		return r.HttpStatusCode
	}
	return 0
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	var given job
	must(json.NewDecoder(os.Stdin).Decode(&given))
	answers := []any{}
	for _, one := range given.Calls {
		answers = append(answers, answerOf(perform(given, one)))
	}
	printed, err := json.Marshal(answers)
	must(err)
	fmt.Printf("ANSWERS %s\n", printed)
}
