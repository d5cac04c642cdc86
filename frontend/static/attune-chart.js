// <attune-chart>: draws its `option` (JSON text) with Apache ECharts, in the colours of the page, in light and dark.
const LIBRARY = new URL('webjars/echarts/5.5.0/echarts.min.js', document.baseURI).href;
let library;

function load() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = LIBRARY;
    script.onload = () => resolve(window.echarts);
    script.onerror = () => reject(new Error('The chart library could not be loaded.'));
    document.head.append(script);
  });
  return library;
}

class AttuneChart extends HTMLElement {
  connectedCallback() {
    this.style.display = 'block';
    this.resizes ??= new ResizeObserver(() => this.chart?.resize());
    this.resizes.observe(this);
    this.scheme ??= matchMedia('(prefers-color-scheme: dark)');
    this.repaint ??= () => this.draw();
    this.scheme.addEventListener('change', this.repaint);
    this.root ??= new MutationObserver(this.repaint);
    this.root.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme', 'data-scheme'] });
    this.draw();
  }

  disconnectedCallback() {
    this.resizes.disconnect();
    this.root.disconnect();
    this.scheme.removeEventListener('change', this.repaint);
    this.chart?.dispose();
    this.chart = undefined;
  }

  set option(json) {
    this.json = json;
    this.draw();
  }

  get option() {
    return this.json;
  }

  async draw() {
    if (!this.isConnected || !this.json) return;
    const echarts = await load();
    if (!this.isConnected) return;
    this.chart ??= echarts.init(this, null, { renderer: 'svg' });
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const option = this.coloured(JSON.parse(this.json));
    this.chart.setOption({ ...this.base(), ...(calm ? { animation: false } : {}), ...option }, true);
    this.styleAxes(option);
    this.chart.off('click');
    this.chart.on('click', (event) => this.dispatchEvent(new CustomEvent('chart-click', {
      detail: { series: event.seriesName, name: event.name, index: event.dataIndex } })));
  }

  base() {
    const style = getComputedStyle(this);
    return {
      animationDuration: 300,
      textStyle: { color: this.colour('var(--ink-2)'), fontFamily: style.fontFamily, fontSize: 12 },
      color: ['--accent', '--issue-service', '--issue-retention', '--issue-sales', '--issue-hardship', '--issue-collections']
        .map((name) => this.colour(`var(${name})`)),
      tooltip: this.tooltip(),
    };
  }

  tooltip() {
    return { backgroundColor: this.colour('var(--surface)'), borderColor: this.colour('var(--line-strong)'),
      textStyle: { color: this.colour('var(--ink)'), fontSize: 12 } };
  }

  // Axes, legends and tooltips of the option get readable colours where it gives none; numbers are written as the reader writes them.
  styleAxes(option) {
    const ink = this.colour('var(--ink-2)');
    const line = this.colour('var(--line)');
    const written = (value) => value.toLocaleString(document.documentElement.lang);
    const axis = (one) => ({ axisLabel: { color: ink, ...(one.type === 'value' ? { formatter: written } : {}), ...one.axisLabel }, nameTextStyle: { color: ink },
      axisLine: { lineStyle: { color: this.colour('var(--line-strong)') } }, splitLine: { lineStyle: { color: line } } });
    const each = (value) => value === undefined ? undefined : Array.isArray(value) ? value.map(axis) : axis(value);
    const style = {};
    for (const name of ['xAxis', 'yAxis']) if (option[name]) style[name] = each(option[name]);
    if (option.legend) style.legend = { textStyle: { color: ink } };
    if (option.tooltip) style.tooltip = { ...this.tooltip(), ...option.tooltip };
    this.chart.setOption(style);
  }

  coloured(value) {
    if (typeof value === 'string') return value.startsWith('var(') ? this.colour(value) : value;
    if (Array.isArray(value)) return value.map((each) => this.coloured(each));
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.coloured(each)]));
    }
    return value;
  }

  // What the browser makes of a CSS colour here and now, as rgb that the library understands.
  colour(css) {
    this.probe ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const span = document.createElement('span');
    span.style.color = css;
    span.style.display = 'none';
    document.body.append(span);
    const computed = getComputedStyle(span).color;
    span.remove();
    this.probe.clearRect(0, 0, 1, 1);
    this.probe.fillStyle = computed;
    this.probe.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = this.probe.getImageData(0, 0, 1, 1).data;
    return `rgba(${r},${g},${b},${(a / 255).toFixed(3)})`;
  }
}

if (!customElements.get('attune-chart')) customElements.define('attune-chart', AttuneChart);
