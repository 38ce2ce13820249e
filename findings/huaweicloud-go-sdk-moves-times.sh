#!/usr/bin/env bash
# Huawei Cloud's own Go client, and times in what it reads and in what it asks for.
#
# Expected: 20:00+08:00 is noon in UTC, read, printed or sent; a moment in milliseconds is sent to the millisecond.
# Seen with huaweicloud-sdk-go-v3 0.1.207 on 2026-12-01: +08:00, the zone of China, is read as UTC, while +07:00 and +09:00 are read rightly.
# Whatever the zone, its own hours are printed, and sent as a filter, with a Z behind them. The times of DDM's slow log are float32: one
# minute of it is asked for as no time at all.
set -euo pipefail
source "$(dirname "$0")/lib/begin.sh"

go_with github.com/huaweicloud/huaweicloud-sdk-go-v3@v0.1.207
cat > "$folder/go/main.go" << 'GO'
package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"time"

	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth/basic"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/sdktime"
	ddm "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/ddm/v1"
	shards "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/ddm/v1/model"
	rds "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/rds/v3"
	servers "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/rds/v3/model"
	sts "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/sts/v1"
	keys "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/sts/v1/model"
)

var answer string
var asked url.Values

func must[T any](got T, err error) T {
	if err != nil {
		panic(err)
	}
	return got
}

func main() {
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = r.URL.Query()
		io.WriteString(w, answer)
	}))
	defer service.Close()
	project := basic.NewCredentialsBuilder().WithAk("made-up").WithSk("made-up").WithProjectId("made-up").Build()
	signIn := sts.NewStsClient(sts.StsClientBuilder().WithEndpoint(service.URL).WithCredential(project).Build())
	sharding := ddm.NewDdmClient(ddm.DdmClientBuilder().WithEndpoint(service.URL).WithCredential(project).Build())
	database := rds.NewRdsClient(rds.RdsClientBuilder().WithEndpoint(service.URL).WithCredential(project).Build())

	for _, zone := range []string{"Z", "+07:00", "+08:00", "+09:00"} {
		answer = `{"credentials": {"expiration": "2026-12-01T20:00:00` + zone + `"}}`
		got := must(signIn.AssumeAgency(&keys.AssumeAgencyRequest{Body: &keys.AssumeAgencyReqBody{}})).Credentials.Expiration
		fmt.Printf("20:00%s is %s, printed as %s\n", zone, time.Time(*got).UTC().Format("15:04Z"), got.String()[11:])
	}

	answer = "[]"
	from := time.Date(2026, 12, 1, 20, 0, 0, 0, time.FixedZone("", 8*60*60))
	start := sdktime.SdkTime(from)
	must(database.ListPostgresqlHbaInfoHistory(&servers.ListPostgresqlHbaInfoHistoryRequest{InstanceId: "a", StartTime: &start}))
	fmt.Println("from 20:00+08:00 is asked as", asked.Get("start_time")[11:])

	answer = "{}"
	first, last := from.UnixMilli(), from.Add(time.Minute).UnixMilli()
	must(sharding.ListSlowLogAnalysis(&shards.ListSlowLogAnalysisRequest{InstanceId: "a", StartDate: float32(first), EndDate: float32(last)}))
	fmt.Println(first, "to", last, "is asked as", asked.Get("start_date"), "to", asked.Get("end_date"))
}
GO
seen=$(cd "$folder/go" && go mod tidy &> "$folder/log" && go run . 2> "$folder/log") || { cat "$folder/log" >&2; exit 1; }
expect 'times' "$seen" '20:00Z is 20:00Z, printed as 20:00:00Z
20:00+07:00 is 13:00Z, printed as 20:00:00Z
20:00+08:00 is 20:00Z, printed as 20:00:00Z
20:00+09:00 is 11:00Z, printed as 20:00:00Z
from 20:00+08:00 is asked as 20:00:00Z
1796126400000 to 1796126460000 is asked as 1.7961264e+12 to 1.7961264e+12'
