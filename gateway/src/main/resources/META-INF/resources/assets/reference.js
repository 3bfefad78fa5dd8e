SwaggerUIBundle({
  url: "/openapi",
  dom_id: "#reference",
  deepLinking: true,
  docExpansion: "none",
  displayRequestDuration: true,
  filter: true,
  persistAuthorization: false,
  validatorUrl: null,
});
