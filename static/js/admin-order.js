"use strict";
/* Lists keep the order in which their records were chosen: what is chosen again goes to the end. */
django.jQuery(document).on("select2:select", "select.admin-autocomplete[multiple]", (event) => {
  const select = event.currentTarget;
  const option = [...select.options].find(({ value }) => value === String(event.params.data.id));
  if (option !== select.lastElementChild) {
    select.append(option);
    django.jQuery(select).trigger("change");
  }
});
