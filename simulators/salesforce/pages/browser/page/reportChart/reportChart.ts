import { LightningElement, api } from 'lwc';

/** A chart as the server draws it; the counterpart is `reports/draw-chart.ts`. */
export interface Chart {
  groupLabel: string;
  valueLabel: string;
  bars: { label: string; parts: { series: string; text: string; share: number }[] }[];
}

interface Bar {
  key: string;
  label: string;
  parts: { key: string; text: string; style: string; className: string }[];
}

const COLOURS = 6;

/** Bars as a table: whoever cannot see their length reads the number beside each. */
export default class ReportChart extends LightningElement {
  @api chart?: Chart;
  @api label = '';

  get isEmpty(): boolean {
    return this.bars.length === 0;
  }

  get bars(): Bar[] {
    return (this.chart?.bars ?? []).map(({ label, parts }) => ({
      key: label,
      label,
      parts: parts.map(({ series, text, share }) => ({
        key: series,
        text: series === '' ? text : `${series}: ${text}`,
        style: `width: ${share}%`,
        className: `page-bar page-bar_${this.series.indexOf(series) % COLOURS}`,
      })),
    }));
  }

  /** What the parts of the bars stand for, each once: the same has the same colour in every bar. */
  private get series(): string[] {
    return [...new Set((this.chart?.bars ?? []).flatMap(({ parts }) => parts.map(({ series }) => series)))];
  }
}
