{{/* Variables that every app reads: where the broker and the database are. Same names as the demo's launcher sets. */}}
{{- define "parts.environment" -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ required "global.kafka.bootstrapServers names no broker: set host:port" .Values.global.kafka.bootstrapServers | quote }}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ required "global.database.jdbcUrl names no database: set jdbc:postgresql://host:5432/name" .Values.global.database.jdbcUrl | quote }}
- name: QUARKUS_HTTP_PORT
  value: {{ .Values.service.httpPort | quote }}
{{- $secret := required "global.existingSecret names no Secret: create one with the keys listed in the chart's README" .Values.global.existingSecret }}
{{- range $variable, $key := .Values.secretKeys }}
- name: {{ $variable }}
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $key }}
{{- end }}
{{- range $variable, $value := .Values.environment }}
- name: {{ $variable }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "parts.probes" -}}
startupProbe:
  httpGet: { path: /q/health/live, port: http }
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet: { path: /q/health/live, port: http }
  periodSeconds: 10
readinessProbe:
  httpGet: { path: /q/health/ready, port: http }
  periodSeconds: 5
{{- end }}

{{/* No app writes to its image, none needs root, none talks to the Kubernetes API. */}}
{{- define "parts.podSecurity" -}}
automountServiceAccountToken: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  fsGroup: 10001
  seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "parts.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end }}
