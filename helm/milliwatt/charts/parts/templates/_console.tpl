{{/* A console: one Deployment, one Service, and an Ingress where there is one. Every console's chart includes these three. */}}
{{- define "parts.consoleDeployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "parts.name" . }}
  labels:
    {{- include "parts.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas }}
  selector:
    matchLabels:
      {{- include "parts.selector" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "parts.labels" . | nindent 8 }}
    spec:
      {{- include "parts.podSecurity" . | nindent 6 }}
      terminationGracePeriodSeconds: 30
      containers:
        - name: {{ .Chart.Name }}
          image: {{ include "parts.image" . | quote }}
          imagePullPolicy: {{ .Values.global.imagePullPolicy }}
          ports:
            - { name: http, containerPort: {{ .Values.service.httpPort }} }
          env:
            {{- include "parts.environment" . | nindent 12 }}
          {{- include "parts.probes" . | nindent 10 }}
          {{- include "parts.containerSecurity" . | nindent 10 }}
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
          volumeMounts:
            - { name: scratch, mountPath: /tmp }
      volumes:
        - name: scratch
          emptyDir: { sizeLimit: 64Mi }
{{- end }}

{{- define "parts.consoleService" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "parts.name" . }}
  labels:
    {{- include "parts.labels" . | nindent 4 }}
spec:
  type: {{ .Values.service.type }}
  selector:
    {{- include "parts.selector" . | nindent 4 }}
  ports:
    - { name: http, port: {{ .Values.service.httpPort }}, targetPort: http }
{{- end }}

{{- define "parts.consoleIngress" -}}
{{- if .Values.ingress.enabled }}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ include "parts.name" . }}
  labels:
    {{- include "parts.labels" . | nindent 4 }}
spec:
  {{- with .Values.ingress.className }}
  ingressClassName: {{ . }}
  {{- end }}
  tls:
    - hosts: [{{ required "ingress.host is empty: set the console's host name" .Values.ingress.host | quote }}]
      secretName: {{ required "ingress.tlsSecret is empty: logins need TLS, name a TLS Secret" .Values.ingress.tlsSecret }}
  rules:
    - host: {{ .Values.ingress.host | quote }}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: {{ include "parts.name" . }}, port: { name: http } } }
{{- end }}
{{- end }}
