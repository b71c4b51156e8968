; Symbolic derivatives: dispatch on symbols, short lists, map.
(define (derivative e x)
  (cond ((number? e) 0)
        ((symbol? e) (if (eq? e x) 1 0))
        ((eq? (car e) '+)
         (cons '+ (map (lambda (part) (derivative part x)) (cdr e))))
        ((eq? (car e) '-)
         (cons '- (map (lambda (part) (derivative part x)) (cdr e))))
        ((eq? (car e) '*)
         (list '* e
               (cons '+ (map (lambda (factor) (list '/ (derivative factor x) factor))
                             (cdr e)))))
        ((eq? (car e) '/)
         (let ((over (cadr e)) (under (caddr e)))
           (list '-
                 (list '/ (derivative over x) under)
                 (list '/ over (list '* under under (derivative under x))))))
        (else #f)))

(define (size e)
  (if (pair? e)
      (+ (size (car e)) (size (cdr e)))
      1))

(define polynomial
  '(- (+ (* 7 t t t) (* u t t) (/ (* 5 t) (+ t 1)))
      (* 2 u u)
      (/ (+ t 9) (* t t t))))

; The derivatives of derivatives grow; only the sizes of the first two are kept.
(define (repeat n total)
  (if (= n 0)
      total
      (let ((first (derivative polynomial 't)))
        (repeat (- n 1)
                (+ total (size first) (size (derivative first 'u)))))))

(repeat 10000 0)
