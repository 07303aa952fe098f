// Draws the reference of the API with Swagger UI, which its page has loaded.
"use strict";

const place = document.getElementById("reference");

SwaggerUIBundle({
  url: place.dataset.schema,
  domNode: place,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  supportedSubmitMethods: ["get", "head"],
  validatorUrl: null,
});
