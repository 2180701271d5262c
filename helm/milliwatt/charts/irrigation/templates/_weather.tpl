{{/* The console's variables of a weather service, of those that were set. */}}
{{- define "irrigation.weatherVariables" -}}
{{- with .Values.weather }}
{{- if and .address .addressSecretKey }}
{{- fail "irrigation.weather has both address and addressSecretKey: set the one that the service's address stands in" }}
{{- end }}
{{- range $variable, $value := dict
  "MILLIWATT_WEATHER_ADDRESS" .address
  "MILLIWATT_WEATHER_FORMAT" .format
  "MILLIWATT_WEATHER_EVERY" .every
  "MILLIWATT_WEATHER_TIMEOUT" .timeout
  "MILLIWATT_WEATHER_HOLD" .hold
  "MILLIWATT_WEATHER_CONTACT" .contact }}
{{- if $value }}
{{ $variable }}: {{ $value | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "irrigation.weatherSecrets" -}}
{{- with .Values.weather.addressSecretKey }}
MILLIWATT_WEATHER_ADDRESS: {{ . | quote }}
{{- end }}
{{- end }}

{{/* Ports that a console with a weather service talks to: broker, database and service, as their addresses tell them. */}}
{{- define "irrigation.portsOut" -}}
{{- $ports := list }}
{{- range splitList "," .Values.global.kafka.bootstrapServers }}
{{- $ports = append $ports (regexFind "[0-9]+$" .) }}
{{- end }}
{{- range splitList "," (regexReplaceAll "^jdbc:postgresql://([^/?]*).*$" .Values.global.database.jdbcUrl "${1}") }}
{{- $ports = append $ports (regexFind ":[0-9]+$" . | trimPrefix ":" | default "5432") }}
{{- end }}
{{- with .Values.weather.address }}
{{- $usual := ternary "443" "80" (hasPrefix "https:" .) }}
{{- $ports = append $ports (regexFind ":[0-9]+$" (regexReplaceAll "^https?://([^/?]*).*$" . "${1}") | trimPrefix ":" | default $usual) }}
{{- else }}
{{- $ports = append $ports (toString .Values.weather.port) }}
{{- end }}
{{- range $ports | uniq }}
- { protocol: TCP, port: {{ . }} }
{{- end }}
{{- end }}
