import { graphql } from '../../api/graphql.js';

export const Fairness = graphql(`
  query Fairness($month: Day!) {
    fairnessReport(month: $month) {
      communes {
        commune {
          id
          name
        }
        households
        sellers
        offeredGrams
        takenGrams
        gini
      }
      buyers {
        buyerId
        name
        tickets
        deductionPercent
        disputed
        late
      }
      handChoices {
        id
        day
        orderNumber
        chosenBy
        reason
        gini
        computedGini
      }
    }
  }
`);
