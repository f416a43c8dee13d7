import { graphql, type ResultOf } from '../../api/graphql.js';

const WindowFacts = graphql(`
  fragment WindowFacts on CropWindow {
    cropCode
    varietyCode
    season
    opens
    closes
    usualKgPerHa
    mostKgPerHa
    shelfDaysFrom
    shelfDaysTo
    validFrom
  }
`);

/** In force on a day, or set for a day after it. */
export type Window = ResultOf<typeof WindowFacts>;

export const CropCalendarOn = graphql(
  `
    query CropCalendarOn($asOf: Day) {
      crops {
        code
        nameVi
        nameEn
        varieties {
          code
          nameVi
          nameEn
        }
      }
      cropCalendar(asOf: $asOf) {
        windows {
          ...WindowFacts
        }
        coming {
          ...WindowFacts
        }
      }
    }
  `,
  [WindowFacts],
);

export type CalendarCrop = ResultOf<typeof CropCalendarOn>['crops'][number];

export const SetCropWindow = graphql(`
  mutation SetCropWindow($input: CropWindowInput!) {
    setCropWindow(input: $input) {
      __typename
      ... on CropCalendar {
        asOf
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
