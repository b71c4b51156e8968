(() => {
  const words = document.getElementById('words');
  const verdict = document.getElementById('verdict');
  const shown = document.getElementById('shown');
  const rows = [...document.querySelectorAll('#cases tbody tr')].map(row => ({
    row,
    text: (row.cells[0].textContent + ' ' + row.dataset.k).toLowerCase(),
    verdicts: [...row.cells].slice(1).map(cell => cell.textContent),
  }));
  const apply = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { row, text, verdicts } of rows) {
      const fits = wanted.every(word => text.includes(word))
        && (!verdict.value || verdicts.includes(verdict.value));
      row.hidden = !fits;
      if (fits) count++;
    }
    shown.textContent = count + ' of ' + rows.length;
  };
  const form = document.getElementById('filter');
  form.addEventListener('input', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.hidden = false;
  apply();
})();
