// Takes a file instead of pasted text: it travels as Base64 in the form. Without this the page takes text.
(() => {
  const form = document.getElementById("try");
  const place = document.getElementById("drop");
  const input = place.querySelector("input[type=file]");
  const output = place.querySelector("output");
  place.hidden = false;

  function take(file) {
    form.elements.base64.value = "";
    form.elements.file.value = "";
    output.textContent = "";
    if (!file) {
      return;
    }
    if (file.size > Number(input.dataset.most)) {
      output.textContent = output.dataset.tooBig;
      return;
    }
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      form.elements.base64.value = reader.result.slice(reader.result.indexOf(",") + 1);
      form.elements.file.value = file.name;
      output.textContent = file.name;
    });
    reader.readAsDataURL(file);
  }

  input.addEventListener("change", () => take(input.files[0]));
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length > 0) {
      event.preventDefault();
      take(event.dataTransfer.files[0]);
    }
  });
})();
